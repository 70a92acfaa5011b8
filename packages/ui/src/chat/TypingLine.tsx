import { Fragment } from 'react';

export interface TypingLineProps {
  /** Display names, in the order in which they began. */
  readonly names: readonly string[];
}

/** Named at most; the others are counted. */
const NAMED = 2;

const verb = (count: number): string => (count === 1 ? 'is typing' : 'are typing');
const rest = (others: number): string => (others === 1 ? '1 other' : `${others} others`);

/** What stands between a name and the one before it. */
const joint = (index: number, count: number): string => (index > 0 ? (count > NAMED ? ', ' : ' and ') : '');

/** Who is typing, long names shortened so that what they do is always said. Its 24 px are always there: nothing jumps. */
export const TypingLine = ({ names }: TypingLineProps) => {
  const named = names.slice(0, NAMED);
  const others = names.length - named.length;
  return (
    <div aria-live="polite" className="flex h-6 shrink-0 items-center gap-2 px-4 text-13 text-muted @lg:px-6">
      {names.length > 0 && (
        <>
          <span aria-hidden className="inline-flex gap-[3px]">
            <i className="size-[5px] animate-typing rounded-full bg-muted" />
            <i className="size-[5px] animate-typing rounded-full bg-muted opacity-65 [animation-delay:150ms]" />
            <i className="size-[5px] animate-typing rounded-full bg-muted opacity-35 [animation-delay:300ms]" />
          </span>
          <span className="flex min-w-0 whitespace-pre">
            {named.map((name, index) => (
              // Two people of one name have nothing else to be told apart by here.
              <Fragment key={index}>
                <span className="shrink-0">{joint(index, names.length)}</span>
                <bdi className="min-w-0 truncate">{name}</bdi>
              </Fragment>
            ))}
            <span className="shrink-0">{`${others > 0 ? ` and ${rest(others)}` : ''} ${verb(names.length)}`}</span>
          </span>
        </>
      )}
    </div>
  );
};
