import { randomUUID } from 'node:crypto';
import { createMemoryPresenceStore, type Logger, type PresenceEntry, type PresenceStore } from '@metaverse/service-kit';
import type { Redis } from './create-redis.ts';
import { keepInStep } from './keep-in-step.ts';
import { createPresenceCommands } from './presence-commands.ts';

export type RedisPresenceOptions = {
  /** Instances of one kind clear up after each other: the service's name. */
  kind: string;
  log: Logger;
  /** Milliseconds between two signs of life. */
  beatMs?: number;
  /** Milliseconds of silence after which an instance counts as dead. */
  silenceMs?: number;
};

const BEAT_MS = 1_000;
/** Five signs of life missed: the time that a listener has to come back. */
const SILENCE_MS = 5_000;

const keyOf = ({ place, userId, connectionId }: PresenceEntry): string => JSON.stringify([place, userId, connectionId]);

/**
 * Who is where, over all instances. Each instance remembers what it entered itself: while Redis is away it answers from
 * that, and when Redis is back, or was emptied, it enters all of it again.
 */
export function createRedisPresenceStore(redis: Redis, options: RedisPresenceOptions): PresenceStore {
  const { kind, log, beatMs = BEAT_MS, silenceMs = SILENCE_MS } = options;
  const commands = createPresenceCommands(redis, { kind, instanceId: `${kind}-${randomUUID()}`, silenceMs });
  const here = createMemoryPresenceStore();
  const entries = new Map<string, PresenceEntry>();
  const { ask, onLost, stop } = keepInStep({ redis, commands, own: () => [...entries.values()], beatMs, log });

  return {
    enter: async (entry) => {
      entries.set(keyOf(entry), entry);
      const answer = commands.enter(entry);
      const isFirstHere = await here.enter(entry);
      return ask(answer, () => isFirstHere);
    },
    leave: async (entry) => {
      entries.delete(keyOf(entry));
      const answer = commands.leave(entry);
      const isLastHere = await here.leave(entry);
      return ask(answer, () => isLastHere);
    },
    list: async (place) => {
      const people = await here.list(place);
      return ask(commands.list(place), () => people);
    },
    counts: async (places) => {
      const counts = await here.counts(places);
      return ask(commands.counts(places), () => counts);
    },
    onLost,
    stop: () => {
      // What was entered stays for its people to come back elsewhere, and ends like that of a dead instance.
      stop();
      return Promise.resolve();
    },
  };
}
