import { IconArrowDown } from '@tabler/icons-react';
import { Glyph } from '../text/Glyph.tsx';

export interface JumpToNewButtonProps {
  /** New messages below; zero reads "To the latest". */
  readonly count: number;
  readonly onJump: () => void;
}

/** Floats over the end of a list that is scrolled up. Lay it out inside a `relative` parent. */
export const JumpToNewButton = ({ count, onJump }: JumpToNewButtonProps) => (
  <button
    type="button"
    onClick={onJump}
    className="hit absolute! inset-x-0 bottom-2 z-2 mx-auto flex h-8 w-max animate-rise items-center gap-1.5 rounded-full bg-surface ps-2.5 pe-3.5 text-13 font-semibold shadow-float hover:bg-hover"
  >
    <Glyph icon={IconArrowDown} size={16} />
    {count > 0 ? `${count} new` : 'To the latest'}
  </button>
);
