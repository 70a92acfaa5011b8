import { setTimeout as delay } from 'node:timers/promises';
import type { DeadLetter, Envelope, OutgoingEvent, TopicName } from '@metaverse/contracts';
import type { EventLog, Subscription } from './event-log.ts';
import { handleBatch, type RejectedEvent } from './handle-batch.ts';
import type { Logger } from './logger.ts';

export type MemoryEventLogOptions = {
  log: Logger;
  /** Told of what a handler could not take. Without a log that keeps it this is all that is left of it. */
  onDeadLetter?: (letter: DeadLetter) => void;
};

/**
 * The event log of a single process: `publish` hands the events to every group itself, one batch after the other, and
 * resolves when each has committed or parked them. Events that are published before `start` wait for it.
 */
export function createMemoryEventLog({ log, onDeadLetter }: MemoryEventLogOptions): EventLog {
  const subscriptions: Subscription[] = [];
  const unhandled = new Set<OutgoingEvent>();
  const stopping = new AbortController();
  const { promise: started, resolve: start } = Promise.withResolvers<undefined>();
  let previous: Promise<void> = started;

  const park = (group: string, rejected: readonly RejectedEvent[], topicOf: ReadonlyMap<Envelope, TopicName>): void => {
    for (const { envelope, error, attempts } of rejected) {
      log.error({ group, eventId: envelope.id, type: envelope.type, error, attempts }, 'a handler cannot take an event');
      const source = { topic: topicOf.get(envelope) ?? '', partition: 0, offset: '0' };
      onDeadLetter?.({ ...envelope, error, attempts, source });
    }
  };

  const hand = async (events: readonly OutgoingEvent[]): Promise<void> => {
    const topicOf = new Map(events.map(({ topic, envelope }) => [envelope, topic]));
    const wait = (ms: number): Promise<void> => delay(ms, undefined, { signal: stopping.signal });
    for (const { group, topics, handle } of subscriptions) {
      const batch = events.filter(({ topic }) => topics.includes(topic)).map(({ envelope }) => envelope);
      if (batch.length > 0) park(group, await handleBatch(batch, { handle, wait }), topicOf);
    }
  };

  return {
    subscribe: (subscription) => void subscriptions.push(subscription),
    start: () => {
      start(undefined);
      return Promise.resolve();
    },
    publish: (events) => {
      for (const event of events) unhandled.add(event);
      const handed = previous
        .then(() => {
          stopping.signal.throwIfAborted();
          return hand(events);
        })
        .finally(() => {
          for (const event of events) unhandled.delete(event);
        });
      previous = handed.catch(() => undefined);
      return handed;
    },
    backlog: () => {
      const waitingOf = (topic: TopicName): number => [...unhandled].filter((event) => event.topic === topic).length;
      const all = subscriptions.flatMap(({ group, topics }) => topics.map((topic) => ({ group, topic, events: waitingOf(topic) })));
      return Promise.resolve(all);
    },
    isHealthy: () => Promise.resolve(!stopping.signal.aborted),
    stop: async () => {
      stopping.abort(new Error('the event log has stopped'));
      start(undefined);
      await previous;
    },
  };
}
