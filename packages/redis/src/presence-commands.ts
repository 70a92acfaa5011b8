import type { PresenceEntry } from '@metaverse/service-kit';
import type { Redis } from './create-redis.ts';
import { BEAT, CLAIM_SILENT, CLEAR, ENTER, LEAVE } from './presence-scripts.ts';

export type PresenceCommands = {
  enter: (entry: PresenceEntry) => Promise<boolean>;
  leave: (entry: PresenceEntry) => Promise<boolean>;
  list: (place: string) => Promise<string[]>;
  counts: (places: readonly string[]) => Promise<number[]>;
  /** A sign of life. False when Redis does not know the instance. */
  beat: () => Promise<boolean>;
  /** Ends everything that this instance entered, in one step. */
  clearOwn: () => Promise<void>;
  /** Ends what instances entered that have been silent for too long. @returns entries whose people are gone from the place. */
  clearSilent: () => Promise<PresenceEntry[]>;
};

/** Entries that one run of the script ends: a run of 500 keeps Redis busy for about a millisecond. */
const CLEAR_CHUNK = 500;
/** More than one instance can hold. */
const CLEAR_ALL = 10_000_000;

/** The presence store's questions to Redis, each one round trip. They reject while Redis is away. */
export function createPresenceCommands(
  { client, keys }: Pick<Redis, 'client' | 'keys'>,
  { kind, instanceId, silenceMs }: { kind: string; instanceId: string; silenceMs: number },
): PresenceCommands {
  const change = async (script: string, entry: PresenceEntry): Promise<boolean> => {
    const { place, userId, connectionId } = entry;
    const packed = JSON.stringify([place, userId, connectionId]);
    return (await client.eval(script, 2, keys.people(place), keys.entries(instanceId), userId, packed)) === 1;
  };

  const clear = async (instance: string): Promise<PresenceEntry[]> => {
    const gone: PresenceEntry[] = [];
    for (;;) {
      // The shape that the script above returns.
      const [taken, packed] = (await client.eval(CLEAR, 1, keys.entries(instance), keys.people(''), CLEAR_CHUNK)) as [number, string[]];
      gone.push(...packed.map(unpack));
      if (taken < CLEAR_CHUNK) return gone;
    }
  };

  return {
    enter: (entry) => change(ENTER, entry),
    leave: (entry) => change(LEAVE, entry),
    list: (place) => client.hkeys(keys.people(place)),
    counts: (places) => Promise.all(places.map((place) => client.hlen(keys.people(place)))),
    beat: async () => (await client.eval(BEAT, 1, keys.instances(kind), instanceId)) === 1,
    clearOwn: async () => {
      await client.eval(CLEAR, 1, keys.entries(instanceId), keys.people(''), CLEAR_ALL);
    },
    clearSilent: async () => {
      // Ids that instances of ours put there.
      const silent = (await client.eval(CLAIM_SILENT, 1, keys.instances(kind), silenceMs)) as string[];
      const gone = (await Promise.all(silent.map(clear))).flat();
      if (silent.length > 0) await client.zrem(keys.instances(kind), ...silent);
      return gone;
    },
  };
}

function unpack(packed: string): PresenceEntry {
  // Packed by `change` above.
  const [place, userId, connectionId] = JSON.parse(packed) as [string, string, string];
  return { place, userId, connectionId };
}
