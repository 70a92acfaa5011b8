import type { ComponentProps } from 'react';
import { PortraitGroup } from '../people/PortraitGroup.tsx';
import type { Face } from '../people/PortraitGroup.tsx';

export interface NameplatePeopleProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Some of those here; three are drawn. */
  readonly people: readonly Face[];
  readonly count: number;
}

/** Faces and a count that lead to the people list. */
export const NameplatePeople = ({ people, count, ...rest }: NameplatePeopleProps) => (
  <button
    type="button"
    {...rest}
    className="flex h-9 shrink-0 items-center gap-2 rounded-inner ps-2 pe-2.5 text-13 font-semibold whitespace-nowrap hover:bg-hover hover:ground-hover touch:h-11"
  >
    <span className="contents max-sm:hidden">
      <PortraitGroup people={people.slice(0, 3)} />
    </span>
    {count} here
  </button>
);
