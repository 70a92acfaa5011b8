import type { Space } from '@metaverse/contracts';
import { SpaceCard } from '@metaverse/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { faceOf } from '../../lib/face-of.ts';
import { SpaceMenu } from './SpaceMenu.tsx';
import { cardLine } from './space-lines.ts';

export interface SpaceGridProps {
  readonly spaces: readonly Space[];
  /** One more cell at the end. */
  readonly last?: ReactNode | undefined;
}

export const gridClass = 'grid grid-cols-[repeat(auto-fill,minmax(240px,1fr))] gap-x-6 gap-y-7 max-sm:grid-cols-1';

/** Spaces as cards. */
export const SpaceGrid = ({ spaces, last }: SpaceGridProps) => (
  <ul className={gridClass}>
    {spaces.map((space) => (
      <li key={space.id}>
        <SpaceCard
          name={space.name}
          line={cardLine(space)}
          link={<Link to={`/spaces/${space.id}`} />}
          imageUrl={space.thumbnailUrl ?? undefined}
          people={space.people.map(faceOf)}
          insideCount={space.onlineCount}
          isPrivate={space.visibility === 'private'}
          actions={<SpaceMenu space={space} />}
        />
      </li>
    ))}
    {last !== undefined && <li>{last}</li>}
  </ul>
);
