import type { Message } from '@metaverse/contracts';
import { AppError } from '@metaverse/service-kit';
import type { ChatBroadcaster, ChatFact, Eviction } from './broadcaster.ts';

/** What is needed of a Socket.IO server, with connections or without. */
export type SocketServer = {
  local: { to(rooms: string[]): { except(rooms: string[]): { emit(event: string, payload: unknown): unknown } } };
  on(event: string, listener: (...args: never[]) => void): unknown;
  serverSideEmit(event: string, ...args: unknown[]): unknown;
  serverSideEmitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
};

/** What a process does for its own connections. */
export type LocalConnections = {
  deliver: (message: Message) => void;
  evict: (eviction: Eviction) => Promise<void>;
};

export type SocketBroadcasterOptions = {
  io: SocketServer;
  /** Whether other instances are reached through the server's adapter. */
  isClustered: boolean;
  /** Left out by a process that only speaks to the others' connections. */
  local?: LocalConnections;
};

// Between instances; no client can send these.
const FACT = 'chat:fact';
const MESSAGE = 'chat:message';
const EVICT = 'chat:evict';

/**
 * The broadcaster over Socket.IO. One's own connections are served at once, whatever becomes of Redis, and the other
 * instances through a channel that each of them listens to all the time: a channel per room would lose what is said
 * between joining a room and the subscription.
 */
export function createSocketBroadcaster({ io, isClustered, local }: SocketBroadcasterOptions): ChatBroadcaster {
  const tellLocally = (fact: ChatFact): void =>
    void io.local
      .to([...fact.to])
      .except([...(fact.except ?? [])])
      .emit(fact.event, fact.payload);

  if (isClustered) {
    io.on(FACT, tellLocally);
    io.on(MESSAGE, (message: Message) => local?.deliver(message));
    io.on(EVICT, (eviction: Eviction, confirm: () => void) => {
      // A failed eviction is not confirmed: who removes waits, and is told that it is not certain.
      (local?.evict(eviction) ?? Promise.resolve()).then(confirm, () => undefined);
    });
  }

  return {
    tell: (fact) => {
      tellLocally(fact);
      if (isClustered) io.serverSideEmit(FACT, fact);
    },
    deliver: (message) => {
      local?.deliver(message);
      if (isClustered) io.serverSideEmit(MESSAGE, message);
    },
    evict: async (eviction) => {
      await local?.evict(eviction);
      if (isClustered) await io.serverSideEmitWithAck(EVICT, eviction).catch(notConfirmed);
    },
  };
}

function notConfirmed(cause: unknown): never {
  throw new AppError('unavailable', 'It is done, but not every part of the service has confirmed it. Try again in a moment.', {
    retryAfterSeconds: 2,
    cause,
  });
}
