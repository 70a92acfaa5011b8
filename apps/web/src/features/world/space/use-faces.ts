import { METADATA_IDS_MAX, type Player, type RosterPerson } from '@metaverse/contracts';
import type { Face } from '@metaverse/ui';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../../../lib/client-context.ts';
import { faceOf } from '../../../lib/face-of.ts';

const FRESH_MS = 300_000;

const batches = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / METADATA_IDS_MAX) }, (_, index) =>
    ids.slice(index * METADATA_IDS_MAX, (index + 1) * METADATA_IDS_MAX),
  );

/** The faces of everybody in a space: of those in view as they are drawn, of the others as the server has them. */
export function useFaces(roster: readonly RosterPerson[], players: readonly Player[]): ReadonlyMap<string, Face> {
  const api = useApi();
  const known = useMemo(() => new Map(players.map((player) => [player.userId, faceOf({ id: player.userId, ...player })])), [players]);
  const missing = roster.flatMap(({ userId }) => (known.has(userId) ? [] : [userId])).sort();
  const answers = useQueries({
    queries: batches(missing).map((ids) => ({
      queryKey: ['faces', ids],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.listUserMetadata({ query: { ids } }, { signal }),
      staleTime: FRESH_MS,
    })),
  });

  const faces = new Map(known);
  for (const { data } of answers) {
    for (const person of data?.items ?? []) faces.set(person.userId, faceOf({ id: person.userId, ...person }));
  }
  return faces;
}
