import { setTimeout as delay } from 'node:timers/promises';
import type { OutgoingEvent } from '@metaverse/contracts';
import { createOutageLog, type EventLog, type Logger, type Subscription } from '@metaverse/service-kit';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { createSender } from './create-sender.ts';
import { ensureTopics } from './ensure-topics.ts';
import { kafkaLog } from './kafka-log.ts';
import { readBacklog } from './read-backlog.ts';
import { type RunningGroup, runGroup } from './run-group.ts';

export type KafkaOptions = {
  brokers: readonly string[];
  clientId: string;
  /** SCRAM-SHA-512; without it the brokers ask for no name. */
  credentials?: { username: string; password: string } | undefined;
  ssl?: boolean;
  /** A member that gives no sign of life for so long loses its partitions. */
  sessionTimeoutMs?: number;
  log: Logger;
  /** Before the names of topics and groups; keeps tests apart. */
  prefix?: string;
  partitions?: number;
};

/** As many consumers of a group can share a topic. Raising it later would break the order of a key once. */
const PARTITIONS = 6;
const SESSION_TIMEOUT_MS = 30_000;
const CONNECT_RETRY_MS = 1_000;
/** How long a start waits for Kafka before it goes on without. */
const START_WAIT_MS = 5_000;
const CONNECTION_TIMEOUT_MS = 3_000;
/** Who asks for our health waits two seconds for all of it. */
const ASK_TIMEOUT_MS = 1_500;

/**
 * The event log over Kafka. `start` returns although no broker answers yet: it goes on trying, and until then `publish`
 * rejects and nothing is delivered.
 */
export function createKafkaEventLog(options: KafkaOptions): EventLog {
  const { log, prefix = '', partitions = PARTITIONS, sessionTimeoutMs = SESSION_TIMEOUT_MS } = options;
  const kafka = connectionOf(options);
  const sender = createSender(kafka, prefix);
  const stopping = new AbortController();
  const subscriptions: Subscription[] = [];
  const groups: RunningGroup[] = [];
  let connecting: Promise<void> = Promise.resolve();
  let isConnected = false;

  const connect = async (): Promise<void> => {
    await ensureTopics(kafka, { prefix, partitions });
    for (const subscription of subscriptions.slice(groups.length)) {
      groups.push(runGroup({ kafka, sender, prefix, sessionTimeoutMs, log }, subscription));
    }
    isConnected = true;
  };

  const outage = createOutageLog({ log, begins: 'Kafka is away; trying on', ends: 'Kafka is there' });
  const connectInTheEnd = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await connect();
        outage.recovered();
        return;
      } catch (error) {
        outage.failed(error);
        await delay(CONNECT_RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  return {
    subscribe: (subscription) => void subscriptions.push(subscription),
    start: () => {
      connecting = connectInTheEnd();
      return Promise.race([connecting, delay(START_WAIT_MS, undefined, { ref: false })]);
    },
    publish: (events: readonly OutgoingEvent[]) => {
      if (!isConnected) return Promise.reject(new Error('Kafka is not connected'));
      return sender.send(events);
    },
    isHealthy: async () => isConnected && groups.every((group) => group.isRunning()) && (await answers(kafka)),
    backlog: () => askBroker(kafka, (admin) => readBacklog(admin, prefix, subscriptions)),
    stop: async () => {
      stopping.abort();
      await connecting;
      await Promise.all(groups.map((group) => group.stop()));
      await sender.stop();
    },
  };
}

function connectionOf({ brokers, clientId, credentials, ssl, log }: KafkaOptions): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    logLevel: logLevel.INFO,
    logCreator: kafkaLog(log),
    ssl: ssl ?? false,
    ...(credentials ? { sasl: { mechanism: 'scram-sha-512', ...credentials } } : {}),
    // In its first seconds a coordinator answers COORDINATOR_LOADING, which is worth a second try like any lost connection.
    retry: { initialRetryTime: 100, retries: 8, maxRetryTime: 2_000 },
  });
}

/** Asks a broker on a connection of its own, and gives up early. */
async function askBroker<T>(kafka: Kafka, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin({ retry: { retries: 0 } });
  const answer = async (): Promise<T> => {
    try {
      await admin.connect();
      return await ask(admin);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  };
  const late = delay(ASK_TIMEOUT_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('Kafka does not answer')));
  return Promise.race([answer(), late]);
}

const answers = (kafka: Kafka): Promise<boolean> =>
  askBroker(kafka, async (admin) => (await admin.describeCluster()).brokers.length > 0).catch(() => false);
