import { setTimeout as delay } from 'node:timers/promises';
import { createOutageLog, type Logger, type Subscription } from '@metaverse/service-kit';
import type { Consumer, Kafka } from 'kafkajs';
import { consumeBatch } from './consume-batch.ts';
import type { Sender } from './create-sender.ts';

export type RunningGroup = { isRunning: () => boolean; stop: () => Promise<void> };
export type GroupDeps = { kafka: Kafka; sender: Sender; prefix: string; sessionTimeoutMs: number; log: Logger };

/** Signs of life in the time after which a member counts as dead: some may be late, or lost with a connection. */
const HEARTBEATS_PER_SESSION = 10;
const RESTART_DELAY_MS = 1_000;
/** A coordinator that is still loading, or has just moved, answers within this many tries. */
const RETRIES = 8;

/** Runs one member of a consumer group, and another one in its place whenever it crashes for good, until it is stopped. */
export function runGroup(deps: GroupDeps, subscription: Subscription): RunningGroup {
  const log = deps.log.child({ group: subscription.group });
  const outage = createOutageLog({ log, begins: 'a consumer crashed; another one takes over', ends: 'a consumer works again' });
  const stopping = new AbortController();
  let isRunning = false;

  const runOnce = async (): Promise<void> => {
    const consumer = createConsumer(deps, subscription);
    const crashed = crashOf(consumer);
    // It may crash before anybody waits for that.
    crashed.catch(() => undefined);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: subscription.topics.map((topic) => deps.prefix + topic), fromBeginning: true });
      await consumer.run({
        // Offsets are stored only for what `consumeBatch` has resolved, which is what has been committed.
        eachBatchAutoResolve: false,
        eachBatch: (payload) => consumeBatch(payload, { ...deps, subscription, signal: stopping.signal }),
      });
      isRunning = true;
      outage.recovered();
      await Promise.race([crashed, aborted(stopping.signal)]);
    } finally {
      isRunning = false;
      await consumer.disconnect().catch(() => undefined);
    }
  };

  const keepRunning = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await runOnce().catch(outage.failed);
      await delay(RESTART_DELAY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const ended = keepRunning();

  return {
    isRunning: () => isRunning,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

const createConsumer = ({ kafka, prefix, sessionTimeoutMs }: GroupDeps, { group }: Subscription): Consumer =>
  kafka.consumer({
    groupId: prefix + group,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: sessionTimeoutMs / HEARTBEATS_PER_SESSION,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
    // Restarting is done here, where it is the same for every kind of crash.
    retry: { retries: RETRIES, restartOnFailure: () => Promise.resolve(false) },
  });

/** Rejects when the consumer gives up. */
const crashOf = (consumer: Consumer): Promise<never> =>
  new Promise((_resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  });

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
