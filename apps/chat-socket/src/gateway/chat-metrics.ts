import type { Metrics } from '@metaverse/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

/** From what feels instant to what feels broken. */
const LATENCY_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export type ChatMetrics = {
  connections: Gauge;
  events: Counter<'event'>;
  dropped: Counter<'event' | 'code'>;
  handling: Histogram<'event'>;
  delivered: Counter;
};

/** The chat's figures, in the registry of the process. */
export const createChatMetrics = (registry: Metrics): ChatMetrics => ({
  connections: new Gauge({ name: 'chat_connections', help: 'Open connections', registers: [registry] }),
  events: new Counter({
    name: 'chat_events_total',
    help: 'Events of the catalogue received',
    labelNames: ['event'],
    registers: [registry],
  }),
  dropped: new Counter({
    name: 'chat_events_dropped_total',
    help: 'Events without an ack that failed, by code: their sender is told nothing',
    labelNames: ['event', 'code'],
    registers: [registry],
  }),
  handling: new Histogram({
    name: 'chat_ack_seconds',
    help: 'From the turn of an event to its answer',
    labelNames: ['event'],
    buckets: LATENCY_BUCKETS_SECONDS,
    registers: [registry],
  }),
  delivered: new Counter({
    name: 'chat_messages_delivered_total',
    help: 'Messages handed to the rooms of this process',
    registers: [registry],
  }),
});
