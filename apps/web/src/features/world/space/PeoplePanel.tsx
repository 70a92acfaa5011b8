import type { World } from '@metaverse/client';
import type { RosterPerson } from '@metaverse/contracts';
import { EmptyState, IconButton, PanelHeader, PersonRow, SearchField } from '@metaverse/ui';
import { IconWalk } from '@tabler/icons-react';
import type { Grid } from '@metaverse/world-core';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { tileBeside } from '../walk/tile-beside.ts';
import { useFaces } from './use-faces.ts';

export interface PeoplePanelProps {
  readonly world: World;
  readonly grid: Grid;
  readonly onClose: () => void;
}

const matches = (person: RosterPerson, text: string): boolean => person.displayName.toLocaleLowerCase().includes(text);

/** Everybody in the space as a list: the same as the picture, for those who do not see it, and to find somebody in a crowd. */
export const PeoplePanel = ({ world, grid, onClose }: PeoplePanelProps) => {
  const roster = useSyncExternalStore(world.roster.subscribe, world.roster.getSnapshot);
  const players = useSyncExternalStore(world.players.subscribe, world.players.getSnapshot);
  const [search, setSearch] = useState('');
  const self = world.self();
  const faces = useFaces(roster, self ? [...players, self] : players);
  const inView = useMemo(() => new Map(players.map((player) => [player.userId, player])), [players]);
  const myId = self?.userId;

  const wanted = search.trim().toLocaleLowerCase();
  const people = [...roster.filter(({ userId }) => userId === myId), ...roster.filter(({ userId }) => userId !== myId)].filter((person) =>
    matches(person, wanted),
  );
  const walkOver = (userId: string): void => {
    const [me, player] = [world.self(), inView.get(userId)];
    if (me && player) world.walkTo(tileBeside(grid, me, player));
  };

  return (
    <>
      <PanelHeader title="People" onClose={onClose} closeKeys="P" />
      <div className="px-4 pb-3">
        <SearchField label="Find a person" value={search} onChange={setSearch} className="w-full" />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        <h3 className="flex justify-between px-2 py-1.5 font-text text-12 font-semibold text-muted">
          Here <span>{roster.length}</span>
        </h3>
        <ul>
          {people.map(({ userId, displayName, presence }) => (
            <li key={userId}>
              <PersonRow
                person={faces.get(userId) ?? { id: userId, name: displayName }}
                presence={presence}
                isMe={userId === myId}
                actions={
                  inView.has(userId) && (
                    <IconButton icon={IconWalk} label={`Walk over to ${displayName}`} size="compact" onClick={() => walkOver(userId)} />
                  )
                }
              />
            </li>
          ))}
        </ul>
        {people.length === 0 && wanted !== '' && (
          <div className="px-2 py-4">
            <EmptyState title="Nobody by that name">{`Nobody here is called “${search.trim()}”. People who are somewhere else are not in this list.`}</EmptyState>
          </div>
        )}
      </div>
    </>
  );
};
