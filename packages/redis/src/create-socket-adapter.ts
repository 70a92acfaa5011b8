import type { SocketAdapter } from '@metaverse/service-kit';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { Redis } from './create-redis.ts';

/** More servers than this one: a question to the others then ends in a timeout instead of in a wrong "nobody else". */
const UNKNOWN_SERVERS = '2';

/**
 * Joins the instances of one Socket.IO server (`chat`, `world`) over Redis's sharded publish and subscribe. While Redis is
 * away each instance serves its own connections; what asks the others fails after its timeout.
 *
 * The library neither awaits nor catches what it asks of its clients, and an unhandled rejection ends the process; hence
 * the two narrow objects in their place.
 */
export function createSocketAdapter(redis: Redis, server: 'chat' | 'world'): SocketAdapter {
  const { client, subscriber } = redis;
  const publisher = {
    spublish: (channel: string, payload: string | Buffer): Promise<unknown> => client.spublish(channel, payload).catch(() => 0),
    send_command: (name: string, args: string[], done: (error: null, answer: unknown) => void): void => {
      client.call(name, ...args).then(
        (answer) => done(null, answer),
        () => done(null, [args.at(-1), UNKNOWN_SERVERS]),
      );
    },
  };
  const subscriptions = {
    on: (event: string, listener: (...args: unknown[]) => void): void => void subscriber.on(event, listener),
    ssubscribe: (channel: string): void => void subscriber.ssubscribe(channel).catch(() => undefined),
    sunsubscribe: (channel: string): void => void subscriber.sunsubscribe(channel).catch(() => undefined),
  };
  // One channel that every instance hears all the time: a channel per room would be deaf between joining and subscribing.
  const options = { channelPrefix: redis.keys.socketChannels(server), subscriptionMode: 'static' } as const;
  return createShardedAdapter(publisher, subscriptions, options) as SocketAdapter; // the library types its result as unknown function
}
