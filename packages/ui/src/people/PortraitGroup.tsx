import { Portrait } from './Portrait.tsx';
import type { PortraitSize } from './Portrait.tsx';
import type { Look } from './portrait-image.ts';

export interface Face {
  readonly id: string;
  readonly name: string;
  readonly look?: Look | undefined;
  readonly imageUrl?: string | undefined;
}

export interface PortraitGroupProps {
  readonly people: readonly Face[];
  /** How many there are in all, when `people` holds only some of them. */
  readonly total?: number | undefined;
  /** Faces drawn before "+7" begins; five at most. */
  readonly most?: number | undefined;
  readonly size?: Extract<PortraitSize, 24 | 32> | undefined;
}

const listed = (people: readonly Face[], more: number): string => {
  const names = people.map((person) => person.name).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
};

/** A few faces, overlapping by 6 px, cut apart by the colour of their ground (`ground-*`). */
export const PortraitGroup = ({ people, total = people.length, most = 5, size = 24 }: PortraitGroupProps) => {
  const drawn = people.slice(0, Math.min(most, 5));
  const more = Math.max(total, people.length) - drawn.length;
  const cut = 'ring-2 ring-(--ground,var(--color-surface)) not-first:-ms-1.5';
  return (
    <span role="img" aria-label={listed(drawn, more)} className="inline-flex">
      {drawn.map((person) => (
        <Portrait key={person.id} name={person.name} look={person.look} imageUrl={person.imageUrl} size={size} className={cut} />
      ))}
      {more > 0 && (
        <span
          className={`relative grid place-items-center rounded-inner bg-press px-1.5 text-11 font-bold text-ink-2 ${cut} ${size === 32 ? 'h-8 min-w-8' : 'h-6 min-w-6'}`}
        >
          +{more}
        </span>
      )}
    </span>
  );
};
