import type { World } from '@metaverse/client';
import type { SpaceDetail } from '@metaverse/contracts';
import { LiveCount, Mark, Menu, type MenuEntry, Nameplate, NameplatePeople, TitleButton } from '@metaverse/ui';
import { IconArrowLeft, IconChevronLeft, IconLink } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { faceOf } from '../../../lib/face-of.ts';
import { useMedia } from './use-media.ts';

export interface SpaceNameplateProps {
  readonly space: SpaceDetail;
  readonly world: World;
  readonly arePeopleOpen: boolean;
  readonly onPeople: () => void;
  readonly onCopyLink: () => void;
}

/** The way out, the place's name and what can be done with it, who is here. */
export const SpaceNameplate = ({ space, world, arePeopleOpen, onPeople, onCopyLink }: SpaceNameplateProps) => {
  const roster = useSyncExternalStore(world.roster.subscribe, world.roster.getSnapshot);
  const players = useSyncExternalStore(world.players.subscribe, world.players.getSnapshot);
  const isPhone = useMedia('(width < 40rem)');
  const navigate = useNavigate();
  const self = world.self();
  const faces = (self ? [...players.slice(0, 3), self] : players).map((player) => faceOf({ id: player.userId, ...player }));
  const entries: MenuEntry[] = [
    { label: 'Copy link', icon: IconLink, onSelect: onCopyLink },
    { label: 'Back to my spaces', icon: IconArrowLeft, onSelect: () => void navigate('/') },
  ];
  // Nobody is known before one has come in; a figure would be a guess.
  const count = roster.length > 0 ? roster.length : undefined;

  if (isPhone)
    return (
      <Nameplate
        back={
          <Link to="/" aria-label="Spaces" className="grid size-9 shrink-0 place-items-center rounded-inner touch:size-11">
            <IconChevronLeft size={20} stroke={1.75} aria-hidden />
          </Link>
        }
        title={
          // Cut where there is little room: the menu begins with all of it.
          <h1 className="flex text-17 leading-6 tracking-(--tracking-display)">
            <Menu trigger={<TitleButton>{space.name}</TitleButton>} entries={[{ caption: space.name }, ...entries]} />
          </h1>
        }
        people={
          count !== undefined && (
            <button
              type="button"
              onClick={onPeople}
              aria-expanded={arePeopleOpen}
              aria-label={`People, ${count} here`}
              className="h-11 shrink-0 rounded-inner px-2.5"
            >
              <LiveCount>{String(count)}</LiveCount>
            </button>
          )
        }
      />
    );
  return (
    <Nameplate
      back={
        <Link to="/" aria-label="Spaces" className="rounded-inner">
          <Mark />
        </Link>
      }
      title={
        <h1 className="text-17 leading-6 tracking-(--tracking-display)">
          <Menu trigger={<TitleButton>{space.name}</TitleButton>} entries={entries} />
        </h1>
      }
      people={count !== undefined && <NameplatePeople people={faces} count={count} aria-expanded={arePeopleOpen} onClick={onPeople} />}
    />
  );
};
