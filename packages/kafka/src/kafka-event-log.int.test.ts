import { DeadLetter, type Envelope } from '@metaverse/contracts';
import { outgoingEvent, silentLogger } from '@metaverse/service-kit';
import { describeEventLog, eventually, testKafka } from '@metaverse/test-kit';
import { Kafka, logLevel } from 'kafkajs';
import { expect, onTestFinished, test } from 'vitest';
import { createKafkaEventLog } from './create-kafka-event-log.ts';

const PATIENT = { timeoutMs: 45_000 };
const TEST_TIMEOUT_MS = 60_000;
const options = async () => {
  const { brokers, prefix } = await testKafka();
  return { brokers: brokers.split(','), prefix, clientId: 'test', log: silentLogger(), partitions: 2 };
};

describeEventLog('Kafka', async () => {
  const given = await options();
  const letters = async (): Promise<DeadLetter[]> => readAll(given.brokers, `${given.prefix}user-events.dlq`);
  return { log: createKafkaEventLog(given), deadLetters: letters };
});

test('gives again what was handled but not yet noted as such when its consumer died', { timeout: TEST_TIMEOUT_MS }, async () => {
  const given = await options();
  const event = () =>
    outgoingEvent(
      'user-events',
      { type: 'user.logged-in', payload: { userId: 'ada', sessionId: 'any' } },
      { key: 'ada', producer: 'test' },
    );
  const events = [event(), event()];

  const first = createKafkaEventLog(given);
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
  first.subscribe({
    group: 'crashing',
    topics: ['user-events'],
    // Work that never comes to its end.
    handle: () => {
      begin(undefined);
      return Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    },
  });
  await first.start();
  await first.publish(events);
  await begun;
  await first.stop();

  const taken: Envelope[] = [];
  const second = createKafkaEventLog(given);
  onTestFinished(() => second.stop());
  second.subscribe({
    group: 'crashing',
    topics: ['user-events'],
    handle: (batch) => {
      taken.push(...batch);
      return Promise.resolve();
    },
  });
  await second.start();
  await eventually(() => taken.length === events.length, PATIENT);
  expect(taken).toEqual(events.map(({ envelope }) => envelope));
});

test('starts without a broker, says so, and rejects what is published', { timeout: TEST_TIMEOUT_MS }, async () => {
  const log = createKafkaEventLog({ brokers: ['127.0.0.1:1'], clientId: 'test', log: silentLogger() });
  onTestFinished(() => log.stop());
  await log.start();
  expect(await log.isHealthy()).toBe(false);
  await expect(log.publish([])).rejects.toThrow('not connected');
});

/** Reads a topic of one partition to its present end. */
async function readAll(brokers: string[], topic: string): Promise<DeadLetter[]> {
  const kafka = new Kafka({ brokers, clientId: 'reader', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const count = Number(end?.high ?? 0);
  if (count === 0) return [];

  const consumer = kafka.consumer({ groupId: `reader-${topic}-${Date.now()}` });
  const letters: DeadLetter[] = [];
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message }) => {
      letters.push(DeadLetter.parse(JSON.parse(message.value?.toString() ?? '')));
      return Promise.resolve();
    },
  });
  await eventually(() => letters.length >= count, PATIENT);
  await consumer.disconnect();
  return letters;
}
