import { clsx } from 'clsx';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Spinner } from '../feedback/Spinner.tsx';
import { Glyph } from '../text/Glyph.tsx';

export interface JumpButtonProps {
  /** Where it leads: it lies over that end of the list. */
  readonly to: 'start' | 'end';
  /** "To the latest", "First of 12 new" */
  readonly children: string;
  readonly onJump: () => void;
  /** It is on its way there. */
  readonly isWorking?: boolean | undefined;
}

/** Floats over an end of a conversation and leads to what is beyond it. Lay it out inside a `relative` parent. */
export const JumpButton = ({ to, children, onJump, isWorking = false }: JumpButtonProps) => (
  <button
    type="button"
    aria-disabled={isWorking || undefined}
    onClick={isWorking ? undefined : onJump}
    data-bordered
    className={clsx(
      'hit absolute! inset-x-0 z-2 mx-auto flex h-8 w-max animate-rise items-center gap-1.5 rounded-full bg-surface ps-2.5 pe-3.5 text-13 font-semibold shadow-float hover:bg-hover',
      to === 'end' ? 'bottom-2' : 'top-2',
    )}
  >
    {isWorking ? <Spinner label="On the way there" /> : <Glyph icon={to === 'end' ? IconArrowDown : IconArrowUp} size={16} />}
    {children}
  </button>
);
