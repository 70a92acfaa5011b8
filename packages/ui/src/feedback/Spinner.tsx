import { clsx } from 'clsx';

export interface SpinnerProps {
  /** Said to screen readers; leave it out where the text beside it says it already. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** The ring of something at work, 16 px, in the colour of the text around it. */
export const Spinner = ({ label, className }: SpinnerProps) => (
  <span
    role={label === undefined ? undefined : 'status'}
    aria-label={label}
    className={clsx(
      'inline-block size-4 shrink-0 animate-spin rounded-full border-2 border-current border-e-transparent opacity-85',
      className,
    )}
  />
);
