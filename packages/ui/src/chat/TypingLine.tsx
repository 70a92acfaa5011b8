export interface TypingLineProps {
  /** Display names, in the order in which they began. */
  readonly names: readonly string[];
}

const said = (names: readonly string[]): string => {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return `${first} is typing`;
  return names.length === 2 ? `${first} and ${second} are typing` : `${first}, ${second} and others are typing`;
};

/** Who is typing. Its 24 px are always there, so that nothing jumps. */
export const TypingLine = ({ names }: TypingLineProps) => (
  <div aria-live="polite" className="flex h-6 shrink-0 items-center gap-2 px-4 text-13 text-muted">
    {names.length > 0 && (
      <>
        <span aria-hidden className="inline-flex gap-[3px]">
          <i className="size-[5px] animate-typing rounded-full bg-muted" />
          <i className="size-[5px] animate-typing rounded-full bg-muted opacity-65 [animation-delay:150ms]" />
          <i className="size-[5px] animate-typing rounded-full bg-muted opacity-35 [animation-delay:300ms]" />
        </span>
        <span className="truncate">{said(names)}</span>
      </>
    )}
  </div>
);
