import type { Failure } from './chat-state.ts';

/** A message that the server has not confirmed. Kept before it is sent, dropped after the ack. */
export type OutboxEntry = {
  clientMessageId: string;
  roomId: string;
  content: string;
  /** Milliseconds since 1970. */
  writtenAt: number;
  /** Ascending in the order of sending. */
  position: number;
  /** Set when the server refused it for good. */
  failure: Failure | null;
};

/** Where the outbox outlives a lost connection or a reload. One per signed-in person. */
export type OutboxStorage = {
  /** All entries, ascending by `position`. */
  load: () => Promise<OutboxEntry[]>;
  /** Adds or replaces the entry with this `clientMessageId`. */
  put: (entry: OutboxEntry) => Promise<void>;
  remove: (clientMessageId: string) => Promise<void>;
};

/** An outbox that lives as long as the process: for bots and tests. */
export function createMemoryOutbox(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>();
  return {
    load: () => Promise.resolve([...entries.values()].sort((a, b) => a.position - b.position)),
    put: (entry) => {
      entries.set(entry.clientMessageId, entry);
      return Promise.resolve();
    },
    remove: (clientMessageId) => {
      entries.delete(clientMessageId);
      return Promise.resolve();
    },
  };
}
