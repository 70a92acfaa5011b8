/** One connection of a person at a place (`online`, `space:<id>`, `room:<id>`). */
export type PresenceEntry = { place: string; userId: string; connectionId: string };

/**
 * Who is where, over all instances. What a process entered ends by itself some time after the process died; nothing in
 * here is a fact that must be kept.
 */
export type PresenceStore = {
  /** True when the person was not at the place before. */
  enter: (entry: PresenceEntry) => Promise<boolean>;
  /** True when this was the person's last connection there. */
  leave: (entry: PresenceEntry) => Promise<boolean>;
  /** People at the place, each once. */
  list: (place: string) => Promise<string[]>;
  /** How many people are at each of the places. */
  counts: (places: readonly string[]) => Promise<number[]>;
  /** Has the listener told of people whose last connection at a place ended with the process that held it. */
  onLost: (listener: (lost: readonly PresenceEntry[]) => void) => void;
  stop: () => Promise<void>;
};

export const places = {
  online: 'online',
  space: (spaceId: string): string => `space:${spaceId}`,
  room: (roomId: string): string => `room:${roomId}`,
  /** The room that a place is; null when it is something else. */
  roomOf: (place: string): string | null => (place.startsWith('room:') ? place.slice('room:'.length) : null),
} as const;

/** The store of a single process. */
export function createMemoryPresenceStore(): PresenceStore {
  const connectionsByPlace = new Map<string, Map<string, Set<string>>>();

  return {
    enter: ({ place, userId, connectionId }) => {
      const people = connectionsByPlace.get(place) ?? new Map<string, Set<string>>();
      connectionsByPlace.set(place, people);
      const connections = people.get(userId) ?? new Set<string>();
      people.set(userId, connections);
      const isFirst = connections.size === 0;
      connections.add(connectionId);
      return Promise.resolve(isFirst);
    },
    leave: ({ place, userId, connectionId }) => {
      const people = connectionsByPlace.get(place);
      const connections = people?.get(userId);
      if (!people || !connections?.delete(connectionId)) return Promise.resolve(false);
      if (connections.size > 0) return Promise.resolve(false);
      people.delete(userId);
      if (people.size === 0) connectionsByPlace.delete(place);
      return Promise.resolve(true);
    },
    list: (place) => Promise.resolve([...(connectionsByPlace.get(place)?.keys() ?? [])]),
    counts: (wanted) => Promise.resolve(wanted.map((place) => connectionsByPlace.get(place)?.size ?? 0)),
    // With this process everything that it knew is gone.
    onLost: () => undefined,
    stop: () => Promise.resolve(),
  };
}
