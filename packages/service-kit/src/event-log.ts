import type { Envelope, OutgoingEvent, TopicName } from '@metaverse/contracts';

/** A consumer group of some topics. `handle` commits its effects before it resolves and takes the same event twice. */
export type Subscription = {
  group: string;
  topics: readonly TopicName[];
  handle: (batch: readonly Envelope[]) => Promise<void>;
};

/** How many events of a topic a group has still to handle. */
export type Backlog = { group: string; topic: string; events: number };

/** Where what happened is told to whoever has to know: at least once, in order per key. */
export type EventLog = {
  /** Begins to deliver; call it before `start`. */
  subscribe: (subscription: Subscription) => void;
  start: () => Promise<void>;
  /** Resolves when the log has every event safely. */
  publish: (events: readonly OutgoingEvent[]) => Promise<void>;
  isHealthy: () => Promise<boolean>;
  /** What waits for each subscription, of all instances of its group together. Rejects when the log does not say. */
  backlog: () => Promise<Backlog[]>;
  stop: () => Promise<void>;
};
