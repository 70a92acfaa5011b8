import type { MessageLimit } from '@metaverse/chat';
import type { ChatClientEvents } from '@metaverse/contracts';
import { AppError, createTokenBuckets, type TokenBuckets } from '@metaverse/service-kit';
import type { ChatLimits } from '../config.ts';
import type { Connection } from './connection.ts';

type Event = keyof ChatClientEvents;

export type EventLimits = {
  /** Throws `rate_limited` when the connection, or its person, sends this too often. */
  take: (connection: Connection, event: Event) => Promise<void>;
  /** False when the connection floods: it is to be closed. */
  admits: (connection: Connection) => boolean;
};

/** The chat's limits: messages per person, wherever they write, the rest per connection. */
export function createEventLimits(limits: ChatLimits, messageLimit: MessageLimit): EventLimits {
  const each = (perSecond: number): TokenBuckets => createTokenBuckets({ burst: perSecond, perSecond });
  const typing = each(limits.typingPerSecond);
  const joins = each(limits.joinsPerSecond);
  const events = each(limits.eventsPerSecond);

  const bucketsOf: Partial<Record<Event, TokenBuckets>> = { typing, 'join-room': joins, 'join-space': joins };

  return {
    take: async ({ socket, actor }, event) => {
      if (event === 'send-message') return messageLimit.take(`user:${actor().userId}`);
      const waitSeconds = bucketsOf[event]?.take(socket.id, performance.now()) ?? 0;
      if (waitSeconds === 0) return;
      throw new AppError('rate_limited', 'That was fast. Wait a moment.', { retryAfterSeconds: Math.ceil(waitSeconds) });
    },
    admits: ({ socket }) => events.take(socket.id, performance.now()) === 0,
  };
}
