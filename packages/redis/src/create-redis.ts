import type { DependencyHealth, Logger } from '@metaverse/service-kit';
import { Redis as Client } from 'ioredis';
import { type RedisKeys, redisKeys } from './keys.ts';

/** Our connections to one Redis. It may be away at any time: commands then fail at once, subscriptions come back by themselves. */
export type Redis = {
  /** For commands. */
  client: Client;
  /** For subscriptions alone. */
  subscriber: Client;
  keys: RedisKeys;
  isReady: () => boolean;
  /** How often a connection was lost; what was said meanwhile by others did not arrive. */
  interruptions: () => number;
  /** Resolves when both connections stand, or when it has waited long enough to go on without. */
  settled: () => Promise<void>;
  check: () => Promise<DependencyHealth>;
  stop: () => Promise<void>;
};

export type RedisOptions = { url: string; log: Logger; prefix?: string };

/** A command that takes longer fails; on a local network Redis answers in under a millisecond. */
const COMMAND_TIMEOUT_MS = 2_000;
/** What asks for our health waits two seconds for all of it. */
const CHECK_LIMIT_MS = 1_500;
const CONNECT_TIMEOUT_MS = 2_000;
const RETRY_MAX_MS = 1_000;
const RETRY_STEP_MS = 100;
const SETTLE_LIMIT_MS = 3_000;

const retryStrategy = (times: number): number => Math.min(times * RETRY_STEP_MS, RETRY_MAX_MS);

/** Connects in the background and keeps connecting. */
export function createRedis({ url, log, prefix = '' }: RedisOptions): Redis {
  const common = { connectTimeout: CONNECT_TIMEOUT_MS, retryStrategy };
  const client = new Client(url, { ...common, commandTimeout: COMMAND_TIMEOUT_MS, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  // Subscriptions that are asked for meanwhile wait for the connection.
  const subscriber = new Client(url, { ...common, maxRetriesPerRequest: null });
  let interruptions = 0;
  const watch = (connection: Client, name: string): void => {
    watchConnection(connection, { name, log, onLost: () => (interruptions += 1) });
  };
  watch(client, 'commands');
  watch(subscriber, 'subscriptions');

  const isReady = (): boolean => client.status === 'ready' && subscriber.status === 'ready';
  return {
    client,
    subscriber,
    keys: redisKeys(prefix),
    isReady,
    interruptions: () => interruptions,
    settled: () =>
      Promise.race([Promise.all([becameReady(client), becameReady(subscriber)]), timeLimit(SETTLE_LIMIT_MS)]).then(() => undefined),
    check: async () => {
      // Without Redis everything goes on, later or from memory.
      if (!isReady()) return { status: 'degraded', reason: 'not connected' };
      const isAnswering = await Promise.race([client.ping().then(isDone, isNot), timeLimit(CHECK_LIMIT_MS).then(isNot)]);
      return isAnswering ? { status: 'ok' } : { status: 'degraded', reason: 'no answer' };
    },
    stop: () => {
      client.disconnect();
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}

/** One line when it goes and one when it is back, however often it is tried in between. */
function watchConnection(connection: Client, { name, log, onLost }: { name: string; log: Logger; onLost: () => void }): void {
  let isAway = false;
  connection.on('error', (error: Error) => {
    if (!isAway) log.warn({ err: error, connection: name }, 'Redis is away');
    isAway = true;
  });
  connection.on('close', onLost);
  connection.on('ready', () => {
    if (isAway) log.info({ connection: name }, 'Redis is back');
    isAway = false;
  });
}

const isDone = (): boolean => true;
const isNot = (): boolean => false;

const becameReady = (connection: Client): Promise<void> =>
  connection.status === 'ready' ? Promise.resolve() : new Promise((resolve) => void connection.once('ready', resolve));

const timeLimit = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref());
