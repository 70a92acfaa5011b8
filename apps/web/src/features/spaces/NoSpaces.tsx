import type { Space } from '@metaverse/contracts';
import { Button, Door, EmptyState } from '@metaverse/ui';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { Scene } from '../../lib/Scene.tsx';
import { SpaceGrid } from './SpaceGrid.tsx';

const doors = (
  <>
    <span className="opacity-90 max-sm:hidden">
      <Door size="side">
        <Scene name="door-library" className="size-full object-cover" />
      </Door>
    </span>
    <Door size="middle" isPrimary>
      <Scene name="door-office" className="size-full object-cover" />
    </Door>
    <span className="opacity-90 max-sm:hidden">
      <Door size="side">
        <Scene name="door-park" className="size-full object-cover" />
      </Door>
    </span>
  </>
);

export interface NoSpacesProps {
  /** Those that are open to everyone, the liveliest first. */
  readonly open: readonly Space[];
  readonly onCreate: () => void;
}

/** For who is a member of no space yet. */
export const NoSpaces = ({ open: [first, ...others], onCreate }: NoSpacesProps) => (
  <div className="pt-5">
    <EmptyState
      isPage
      title="No doors here yet"
      picture={doors}
      action={
        <>
          <Button kind="primary" size="large" icon={IconPlus} onClick={onCreate}>
            Create a space
          </Button>
          {first && (
            <Button size="large" asChild>
              <Link to={`/spaces/${first.id}`}>Walk through {first.name}</Link>
            </Button>
          )}
        </>
      }
    >
      {first
        ? 'Create the first space for your team, or step into one that is open to everyone to see how walking and talking feel.'
        : 'Create the first space for your team. Everybody else comes in by its link.'}
    </EmptyState>
    {others.length > 0 && (
      <section aria-labelledby="open-spaces" className="mt-14">
        <h2 id="open-spaces" className="mb-4">
          Open to everyone
        </h2>
        <SpaceGrid spaces={others} />
      </section>
    )}
  </div>
);
