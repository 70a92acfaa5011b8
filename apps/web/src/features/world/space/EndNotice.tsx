import type { World, WorldEnd } from '@metaverse/client';
import { Button } from '@metaverse/ui';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { endWords } from './end-words.ts';

export interface EndNoticeProps {
  readonly world: World;
  readonly end: WorldEnd;
  /** One comes in again. */
  readonly onReturn: () => void;
}

/** Covers the world when one's stay in it is over: why, and what one can do. */
export const EndNotice = ({ world, end, onReturn }: EndNoticeProps) => {
  const { title, text, canReturn } = endWords(end);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  return (
    <div
      role="alertdialog"
      aria-labelledby="end-title"
      aria-describedby="end-text"
      className="absolute inset-0 z-30 grid animate-appear place-items-center bg-scrim p-4"
    >
      <div data-bordered className="w-full max-w-120 rounded-sheet bg-surface p-6 shadow-over ground-surface">
        <h2 ref={heading} id="end-title" tabIndex={-1} className="outline-none focus-visible:shadow-none">
          {title}
        </h2>
        <p id="end-text" className="mt-2 text-15 text-muted">
          {text}
        </p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button asChild>
            <Link to="/">Back to my spaces</Link>
          </Button>
          {canReturn && (
            <Button
              kind="primary"
              onClick={() => {
                world.start();
                onReturn();
              }}
            >
              Come in here
            </Button>
          )}
        </div>
      </div>
    </div>
  );
};
