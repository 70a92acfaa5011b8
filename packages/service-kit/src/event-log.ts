import type { Envelope, OutgoingEvent, TopicName } from '@metaverse/contracts';

/** A consumer group of some topics. `handle` commits its effects before it resolves and takes the same event twice. */
export type Subscription = {
  group: string;
  topics: readonly TopicName[];
  handle: (batch: readonly Envelope[]) => Promise<void>;
};

/** Where what happened is told to whoever has to know: at least once, in order per key. */
export type EventLog = {
  /** Begins to deliver; call it before `start`. */
  subscribe: (subscription: Subscription) => void;
  start: () => Promise<void>;
  /** Resolves when the log has every event safely. */
  publish: (events: readonly OutgoingEvent[]) => Promise<void>;
  isHealthy: () => Promise<boolean>;
  stop: () => Promise<void>;
};
