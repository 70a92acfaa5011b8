import { Bone, Skeleton } from '@metaverse/ui';
import { gridClass } from './SpaceGrid.tsx';

/** The shape of the page of spaces while they are awaited. */
export const MySpacesSkeleton = () => (
  <Skeleton label="Loading spaces">
    <Bone className="h-67 w-full rounded-sheet max-sm:h-48" />
    <Bone className="mt-6 h-6 w-56 rounded-chip" />
    <Bone className="mt-3 h-3 w-80 max-w-full rounded-chip" />
    <div className={`mt-14 ${gridClass}`}>
      {[1, 2, 3].map((each) => (
        <div key={each}>
          <Bone className="aspect-16/10 w-full rounded-panel" />
          <Bone className="mt-4 h-4 w-36 rounded-chip" />
          <Bone className="mt-2.5 h-3 w-48 rounded-chip" />
        </div>
      ))}
    </div>
  </Skeleton>
);
