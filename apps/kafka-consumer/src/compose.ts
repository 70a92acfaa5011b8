import type { Db } from '@metaverse/db';
import type { DependencyHealth, EventLog, Logger, Metrics, Service } from '@metaverse/service-kit';
import { Counter, Gauge } from 'prom-client';
import { type HandlerName, subscriptionsOf } from './handlers/handlers.ts';
import { createRelay } from './relay/create-relay.ts';

export { kafkaConsumerEnv } from './env.ts';
export { type HandlerName, handlerNames } from './handlers/handlers.ts';

/** What kafka-consumer is told. */
export type KafkaConsumerConfig = {
  /** For the relay's own connection. */
  databaseUrl: string;
  handlers: readonly HandlerName[];
  /** Whether the event log is a Kafka, which has a health of its own. */
  hasBroker: boolean;
};

/** What kafka-consumer is handed; it starts and stops the event log. */
export type KafkaConsumerDeps = { db: Db; eventLog: EventLog; metrics: Metrics; log: Logger };

/** The outbox relay, and the handlers of the event log. */
export function compose(config: KafkaConsumerConfig, { db, eventLog, metrics, log }: KafkaConsumerDeps): Service {
  const published = new Counter({ name: 'outbox_published_total', help: 'Events that the event log confirmed', registers: [metrics] });
  const relay = createRelay({
    databaseUrl: config.databaseUrl,
    publish: eventLog.publish,
    onPublished: (count) => published.inc(count),
    log,
  });
  new Gauge({
    name: 'outbox_relay_leads',
    help: '1 where this instance carries the outbox to the event log',
    registers: [metrics],
    collect() {
      this.set(relay.isLeader() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'event_log_waiting_events',
    help: 'Events that a group of handlers has still to take, as the event log knows it; left out while it does not answer',
    labelNames: ['group', 'topic'],
    registers: [metrics],
    async collect() {
      this.reset();
      for (const { group, topic, events } of await eventLog.backlog().catch(() => [])) this.set({ group, topic }, events);
    },
  });
  for (const subscription of subscriptionsOf(config.handlers, db)) eventLog.subscribe(subscription);

  let isRunning = false;
  return {
    name: 'kafka-consumer',
    start: async () => {
      await eventLog.start();
      relay.start();
      isRunning = true;
    },
    stop: async () => {
      isRunning = false;
      // The log first: it ends what the relay waits for.
      await Promise.all([eventLog.stop(), relay.stop()]);
    },
    isReady: () => isRunning,
    checks: {
      postgres: () => db.pool.query('SELECT 1').then(() => ({ status: 'ok' as const })),
      ...(config.hasBroker ? { kafka: () => brokerHealth(eventLog) } : {}),
    },
  };
}

/** Without Kafka events wait in the outbox: later, not lost. */
const brokerHealth = async (eventLog: EventLog): Promise<DependencyHealth> => ({
  status: (await eventLog.isHealthy()) ? 'ok' : 'degraded',
});
