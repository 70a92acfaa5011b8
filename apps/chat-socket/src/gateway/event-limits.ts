import type { ChatClientEvents } from '@metaverse/contracts';
import { AppError, createTokenBuckets, type TokenBuckets } from '@metaverse/service-kit';
import type { ChatLimits } from '../config.ts';
import type { Connection } from './connection.ts';

type Event = keyof ChatClientEvents;

export type EventLimits = {
  /** Throws `rate_limited` when the connection, or its person, sends this too often. */
  take: (connection: Connection, event: Event) => void;
  /** False when the connection floods: it is to be closed. */
  admits: (connection: Connection) => boolean;
};

/** The chat's limits: messages per person, the rest per connection. */
export function createEventLimits(limits: ChatLimits, now: () => number = Date.now): EventLimits {
  const each = (perSecond: number): TokenBuckets => createTokenBuckets({ burst: perSecond, perSecond });
  const messages = createTokenBuckets({ burst: limits.messagesBurst, perSecond: limits.messagesPerSecond });
  const typing = each(limits.typingPerSecond);
  const joins = each(limits.joinsPerSecond);
  const events = each(limits.eventsPerSecond);

  const bucketOf: Partial<Record<Event, { buckets: TokenBuckets; key: (connection: Connection) => string }>> = {
    'send-message': { buckets: messages, key: (connection) => connection.actor().userId },
    typing: { buckets: typing, key: ({ socket }) => socket.id },
    'join-room': { buckets: joins, key: ({ socket }) => socket.id },
    'join-space': { buckets: joins, key: ({ socket }) => socket.id },
  };

  return {
    take: (connection, event) => {
      const limit = bucketOf[event];
      const waitSeconds = limit?.buckets.take(limit.key(connection), now()) ?? 0;
      if (waitSeconds === 0) return;
      throw new AppError('rate_limited', 'That was fast. Wait a moment.', { retryAfterSeconds: Math.ceil(waitSeconds) });
    },
    admits: ({ socket }) => events.take(socket.id, now()) === 0,
  };
}
