import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Tooltip } from '../overlays/Tooltip.tsx';
import { Count } from '../text/Count.tsx';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export interface DockButtonProps extends ComponentProps<'button'> {
  readonly icon: IconType;
  readonly label: string;
  readonly keys?: string | undefined;
  /** The panel it opens is open: underlined. */
  readonly isOpen?: boolean | undefined;
  /** What is new behind it. */
  readonly count?: { readonly count: number; readonly label: string; readonly isMine?: boolean } | undefined;
}

/** 44 px, 48 under fingers. */
export const DockButton = ({ icon, label, keys, isOpen, count, className, ...rest }: DockButtonProps) => (
  <Tooltip label={label} keys={keys}>
    <button
      type="button"
      aria-label={count && count.count > 0 ? `${label}, ${count.label}` : label}
      aria-expanded={isOpen}
      {...rest}
      className={clsx(
        'relative grid size-11 shrink-0 place-items-center rounded-control transition-[background-color,color] hover:bg-hover hover:text-ink active:bg-press touch:size-12',
        isOpen === true
          ? 'bg-hover text-ink after:absolute after:inset-x-3.5 after:bottom-1 after:h-0.5 after:rounded-full after:bg-ink forced-colors:after:bg-[Highlight]'
          : 'text-ink-2',
        className,
      )}
    >
      <Glyph icon={icon} size={22} />
      {count && <Count {...count} className="absolute start-[calc(50%+3px)] top-px ring-2 ring-surface" />}
    </button>
  </Tooltip>
);
