import { clsx } from 'clsx';

export interface KbdProps {
  /** Keys pressed together, as in `Ctrl K`. */
  readonly children: string;
  /** On tooltips and toasts. */
  readonly isInverse?: boolean | undefined;
}

/** Key caps. */
export const Kbd = ({ children, isInverse = false }: KbdProps) => (
  <span className="inline-flex shrink-0 gap-1">
    {children.split(' ').map((key) => (
      <kbd
        key={key}
        className={clsx(
          'inline-grid h-5 min-w-5 place-items-center rounded-mark border px-1 font-text text-11 font-semibold',
          isInverse ? 'border-inverse-muted/60 text-inverse-muted' : 'border-b-2 border-line-strong bg-surface text-ink-2',
        )}
      >
        {key}
      </kbd>
    ))}
  </span>
);
