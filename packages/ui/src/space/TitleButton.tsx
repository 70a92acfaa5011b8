import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export interface TitleButtonProps extends ComponentProps<'button'> {
  /** Before the words: `#` or a lock. */
  readonly icon?: IconType | undefined;
}

/** A display title that opens a menu: the space's name, the room's name. A trigger for `Menu`. */
export const TitleButton = ({ icon, children, className, ...rest }: TitleButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`inline-flex h-9 max-w-full items-center gap-1.5 rounded-inner px-1.5 display text-17 hover:bg-hover aria-expanded:bg-hover touch:h-11 ${className ?? ''}`}
  >
    {icon && <Glyph icon={icon} size={18} className="text-muted" />}
    <span className="truncate" title={typeof children === 'string' ? children : undefined}>
      {children}
    </span>
    <Glyph icon={IconChevronDown} size={16} className="text-muted" />
  </button>
);
