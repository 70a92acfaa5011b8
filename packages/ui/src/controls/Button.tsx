import { clsx } from 'clsx';
import { Slot } from 'radix-ui';
import type { ComponentProps, MouseEvent } from 'react';
import { Spinner } from '../feedback/Spinner.tsx';
import { Tooltip } from '../overlays/Tooltip.tsx';
import { Glyph } from '../text/Glyph.tsx';
import type { IconType } from '../text/Glyph.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'compact' | 'regular' | 'large';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once per view, `danger` only inside a confirmation. */
  readonly kind?: ButtonKind | undefined;
  /** 32, 40 or 48 px high. */
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconType | undefined;
  readonly iconAfter?: IconType | undefined;
  /** At work: same word, same width, a ring; presses do nothing. */
  readonly isWorking?: boolean | undefined;
  /** Why it cannot be pressed now; shown as a tooltip. The button stays reachable by keyboard. */
  readonly disabledReason?: string | undefined;
  readonly isWide?: boolean | undefined;
  /** Dresses the only child (a router's link) as a button. */
  readonly asChild?: boolean | undefined;
}

const base =
  'relative inline-flex shrink-0 items-center justify-center border font-semibold whitespace-nowrap select-none no-underline transition-[background-color,border-color,color,transform]';

const kinds: Record<ButtonKind, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-press',
  plain: 'border-line-strong bg-surface text-ink hover:bg-hover active:bg-press',
  quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-press',
  danger: 'border-transparent bg-berry text-on-berry hover:bg-berry-hover',
};

const off = 'border-line bg-sunken text-muted cursor-not-allowed';

const sizes: Record<ButtonSize, string> = {
  compact: 'hit h-8 gap-1.5 rounded-inner px-3 text-13',
  regular: 'h-10 gap-2 rounded-control px-4 text-14 touch:h-11',
  large: 'h-12 gap-2 rounded-large px-5 text-15',
};

/** The ring and its gap need 18, 20 or 24 px: without an icon to stand in for, the padding gives them, and the width stays. */
const workingPadding: Record<ButtonSize, string> = { compact: 'px-[3px]! gap-1!', regular: 'px-1.5! gap-1.5!', large: 'px-2!' };

const Leading = ({ icon, isWorking, size }: Pick<ButtonProps, 'icon' | 'isWorking' | 'size'>) => {
  const side = size === 'compact' ? 16 : 18;
  if (isWorking === true && icon) return <Spinner className={size === 'compact' ? '-ms-[3px]' : '-ms-0.5 me-px'} />;
  if (isWorking === true) return <Spinner className={size === 'large' ? '' : 'size-3.5!'} />;
  if (!icon) return null;
  return <Glyph icon={icon} size={side} className="-ms-[3px]" />;
};

/** A button with a word on it: a verb. */
export const Button = ({
  kind = 'plain',
  size = 'regular',
  icon,
  iconAfter,
  isWorking = false,
  disabledReason,
  isWide = false,
  asChild = false,
  className,
  children,
  onClick,
  disabled,
  ...rest
}: ButtonProps) => {
  const isBlocked = isWorking || disabledReason !== undefined;
  const isOff = disabled === true || disabledReason !== undefined;
  const Tag = asChild ? Slot.Root : 'button';
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (isBlocked) event.preventDefault();
    else onClick?.(event);
  };

  const button = (
    <Tag
      type={asChild ? undefined : 'button'}
      {...rest}
      disabled={disabled}
      aria-disabled={isBlocked || undefined}
      aria-busy={isWorking || undefined}
      onClick={press}
      className={clsx(
        base,
        sizes[size],
        isOff ? off : kinds[kind],
        !isOff && !isWorking && 'active:translate-y-px',
        isWorking && 'cursor-progress',
        isWorking && !icon && workingPadding[size],
        isWide && 'w-full',
        className,
      )}
    >
      <Leading icon={icon} isWorking={isWorking} size={size} />
      <Slot.Slottable>{children}</Slot.Slottable>
      {iconAfter && <Glyph icon={iconAfter} size={size === 'compact' ? 16 : 18} className="-me-1" />}
    </Tag>
  );
  return disabledReason === undefined ? button : <Tooltip label={disabledReason}>{button}</Tooltip>;
};
