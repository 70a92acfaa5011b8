export interface DaySeparatorProps {
  /** "Today, 20 November" */
  readonly children: string;
  /** ISO 8601, the day. */
  readonly dateTime?: string | undefined;
}

/** The day that begins here, centred between hairlines. */
export const DaySeparator = ({ children, dateTime }: DaySeparatorProps) => (
  <div
    role="separator"
    aria-label={children}
    className="mx-4 @lg:mx-6 mt-3 mb-2 flex items-center gap-3 text-12 font-semibold text-muted before:flex-1 before:border-t before:border-line after:flex-1 after:border-t after:border-line"
  >
    <time dateTime={dateTime}>{children}</time>
  </div>
);
