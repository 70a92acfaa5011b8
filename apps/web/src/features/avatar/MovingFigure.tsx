import { frameCounts, frameMs, type Action, type Direction } from '@metaverse/art';
import type { Look } from '@metaverse/contracts';
import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
import { FIGURE_RATIO, figureUrl } from './figure-url.ts';

export interface MovingFigureProps {
  readonly look: Look;
  readonly direction: Direction;
  readonly action: Action;
  readonly label: string;
}

/** The number of the frame to show now, from 0 to `count - 1`. */
const useFrame = (count: number, ms: number): number => {
  const [frame, setFrame] = useState(0);
  useEffect(() => {
    if (count < 2) return undefined;
    const timer = setInterval(() => {
      setFrame((before) => before + 1);
    }, ms);
    return () => {
      clearInterval(timer);
    };
  }, [count, ms]);
  return frame % count;
};

/** Somebody in motion: all frames lie on top of each other, one is seen, so that none has to be decoded while it is due. */
export const MovingFigure = ({ look, direction, action, label }: MovingFigureProps) => {
  const count = frameCounts[action];
  const shown = useFrame(count, frameMs[action]);
  return (
    <span role="img" aria-label={label} className="relative block w-full" style={{ aspectRatio: FIGURE_RATIO }}>
      {Array.from({ length: count }, (_, frame) => (
        <img
          key={frame}
          src={figureUrl(look, { direction, action, frame })}
          alt=""
          draggable={false}
          className={clsx('absolute inset-0 size-full', frame !== shown && 'invisible')}
        />
      ))}
    </span>
  );
};
