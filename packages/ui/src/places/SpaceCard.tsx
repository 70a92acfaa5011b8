import { IconLock } from '@tabler/icons-react';
import { Slot } from 'radix-ui';
import { cloneElement } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { PortraitGroup } from '../people/PortraitGroup.tsx';
import type { Face } from '../people/PortraitGroup.tsx';
import { Glyph } from '../text/Glyph.tsx';

export interface SpaceCardProps {
  readonly name: string;
  /** "Lantern · for anyone in the team" */
  readonly line: string;
  /** The router's link, empty: `<Link to="…" />`. The whole card follows it. */
  readonly link: ReactElement;
  readonly imageUrl?: string | undefined;
  /** Some of those inside, and how many there are. */
  readonly people?: readonly Face[] | undefined;
  readonly insideCount?: number | undefined;
  readonly isPrivate?: boolean | undefined;
  /** At the end of the name's line: a menu. */
  readonly actions?: ReactNode | undefined;
}

/** A space on the dashboard: its map, who is inside, its name. */
export const SpaceCard = ({ name, line, link, imageUrl, people = [], insideCount = 0, isPrivate = false, actions }: SpaceCardProps) => (
  <article className="group relative">
    <div className="relative aspect-16/10 overflow-hidden rounded-panel bg-sunken transition-[transform,box-shadow] duration-(--duration-move) group-hover:-translate-y-0.5 group-hover:shadow-float">
      {imageUrl !== undefined && <img src={imageUrl} alt="" loading="lazy" className="size-full picture" />}
      <span aria-hidden className="absolute inset-0 rounded-panel inset-ring inset-ring-ink/10" />
      {insideCount > 0 && (
        <span className="absolute start-2.5 bottom-2.5 flex items-center gap-2 rounded-large bg-surface py-1 ps-1 pe-2.5 shadow-float ground-surface">
          {people.length > 0 && <PortraitGroup people={people.slice(0, 3)} />}
          <span className="text-13 font-semibold">{insideCount} inside</span>
        </span>
      )}
    </div>
    <div className="mt-3 flex items-start gap-1.5">
      <h3 className="min-w-0 wrap-anywhere">
        <Slot.Root className="rounded-mark text-ink no-underline outline-none before:absolute before:inset-0 before:rounded-panel focus-visible:shadow-none focus-visible:before:outline-2 focus-visible:before:outline-offset-4 focus-visible:before:outline-tide">
          {cloneElement(link, {}, name)}
        </Slot.Root>
      </h3>
      {isPrivate && (
        <span role="img" aria-label="Private" title="Private" className="flex h-6 shrink-0 items-center text-muted">
          <Glyph icon={IconLock} size={16} />
        </span>
      )}
      {actions !== undefined && <span className="relative -my-0.5 ms-auto">{actions}</span>}
    </div>
    <p className="line-clamp-2 text-13 text-muted" title={line}>
      {line}
    </p>
  </article>
);
