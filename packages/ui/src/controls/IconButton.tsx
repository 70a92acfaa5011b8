import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Tooltip } from '../overlays/Tooltip.tsx';
import type { TooltipProps } from '../overlays/Tooltip.tsx';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: IconType;
  /** The accessible name, shown as a tooltip. */
  readonly label: string;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  /** 28, 32 or 40 px; 44 under fingers. */
  readonly size?: 'small' | 'compact' | 'regular' | undefined;
  /** A toggle's state: pressed looks and `aria-pressed`. */
  readonly isOn?: boolean | undefined;
  readonly tooltipSide?: TooltipProps['side'];
}

const sizes = {
  small: 'hit size-7 rounded-inner',
  compact: 'size-8 rounded-inner touch:size-11',
  regular: 'size-10 rounded-control touch:size-11',
};

const pictures = { small: 16, compact: 18, regular: 20 };

/** A button that is only an icon: it always has a name and a tooltip. */
export const IconButton = ({ icon, label, keys, size = 'regular', isOn, tooltipSide, className, children, ...rest }: IconButtonProps) => (
  <Tooltip label={label} keys={keys} side={tooltipSide}>
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      {...rest}
      className={clsx(
        'relative inline-grid shrink-0 place-items-center transition-[background-color,color] hover:bg-hover hover:text-ink active:bg-press aria-expanded:bg-press aria-expanded:text-ink disabled:cursor-not-allowed disabled:text-muted disabled:opacity-60',
        sizes[size],
        isOn === true ? 'bg-press text-ink' : 'text-ink-2',
        className,
      )}
    >
      <Glyph icon={icon} size={pictures[size]} />
      {children}
    </button>
  </Tooltip>
);
