import type { ComponentProps } from 'react';
import { Count } from '../text/Count.tsx';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export interface RoomChipProps extends Omit<ComponentProps<'button'>, 'name' | 'children'> {
  readonly name: string;
  readonly icon?: IconType | undefined;
  readonly count: number;
  /** Mentions of me and direct messages. */
  readonly isMine?: boolean | undefined;
}

/** Another room with something new, under the room's name. */
export const RoomChip = ({ name, icon, count, isMine = false, ...rest }: RoomChipProps) => (
  <button
    type="button"
    {...rest}
    className="hit inline-flex h-7 shrink-0 items-center gap-1.5 rounded-inner border border-line px-2.5 text-13 font-semibold whitespace-nowrap text-ink-2 hover:bg-hover"
  >
    {icon && <Glyph icon={icon} size={16} className="text-muted" />}
    {name}
    <Count count={count} isMine={isMine} label={`${count} new`} className="-me-1" />
  </button>
);
