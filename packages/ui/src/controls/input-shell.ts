import { clsx } from 'clsx';

/** 32, 40 or 48 px high. */
export type InputSize = 'compact' | 'regular' | 'large';

const heights: Record<InputSize, string> = {
  compact: 'h-8 rounded-inner px-2.5 text-13 touch:h-11',
  regular: 'h-10 rounded-control px-3 text-14 touch:h-11',
  large: 'h-12 rounded-large px-3.5 text-15',
};

const state = (isWrong: boolean, isDisabled: boolean): string => {
  if (isDisabled) return 'border-line-strong bg-sunken text-muted';
  if (isWrong) return 'border-berry bg-surface text-ink shadow-wrong';
  return 'border-field bg-surface text-ink hover:border-muted';
};

/** The dress of everything one types into: the box around the input, which takes the focus ring for it. */
export const inputShell = (look: { isWrong: boolean; isDisabled: boolean; size?: InputSize | undefined }): string =>
  clsx(
    'flex w-full items-center gap-2 border transition-[border-color,box-shadow] touch:text-16',
    // What stands beside the input, such as the eye of a password, has a ring of its own.
    'has-[:is(input,textarea,select):focus-visible]:border-tide has-[:is(input,textarea,select):focus-visible]:shadow-field forced-colors:has-[:is(input,textarea,select):focus-visible]:outline-2',
    state(look.isWrong, look.isDisabled),
    look.size && heights[look.size],
  );

/** The bare input inside the shell. */
export const bareInput =
  'h-full min-w-0 flex-1 bg-transparent outline-none focus-visible:shadow-none disabled:cursor-not-allowed autofill:[-webkit-text-fill-color:var(--color-ink)] autofill:shadow-[inset_0_0_0_100vmax_var(--color-surface)]';
