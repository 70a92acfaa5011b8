import { clsx } from 'clsx';

export interface CountProps {
  readonly count: number;
  /** What is counted, for screen readers: "3 mentions". */
  readonly label: string;
  /** Mentions of me and direct messages. */
  readonly isMine?: boolean | undefined;
  readonly className?: string | undefined;
}

/** How many are new; nothing at all for zero, "99+" at most. */
export const Count = ({ count, label, isMine = false, className }: CountProps) =>
  count > 0 && (
    <span
      className={clsx(
        'inline-block h-[18px] min-w-[18px] shrink-0 rounded-full px-[5px] text-center text-11 leading-[18px] font-bold',
        isMine ? 'bg-accent text-on-accent' : 'bg-press text-ink-2',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
