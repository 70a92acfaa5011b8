import { createServer } from 'node:net';
import { listenOnFreePort } from '@metaverse/test-kit';
import { Kafka, logLevel } from 'kafkajs';
import { expect, test } from 'vitest';
import { isPortTaken } from './free-port.ts';
import { startKafka } from './kafka/start-kafka.ts';
import { startRedis } from './redis.ts';

test('Redis listens until it is stopped', async () => {
  const redis = await startRedis();
  expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`);
  expect(await isPortTaken(redis.port)).toBe(true);
  await redis.stop();
  await redis.stop();
  expect(await isPortTaken(redis.port)).toBe(false);
});

test('Kafka keeps what it is given until it is stopped, and makes no topic by itself', async () => {
  const kafka = await startKafka();
  const client = new Kafka({ brokers: [kafka.url], logLevel: logLevel.NOTHING });
  const admin = client.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
  const producer = client.producer({ allowAutoTopicCreation: true });
  await producer.connect();
  await producer.send({ topic: 'kept', messages: [{ value: 'one' }, { value: 'two' }] });
  expect(await admin.fetchTopicOffsets('kept')).toMatchObject([{ partition: 0, high: '2' }]);
  expect((await admin.listTopics()).filter((topic) => !topic.startsWith('__'))).toEqual(['kept']);

  await producer.disconnect();
  await admin.disconnect();
  await kafka.stop();
  expect(await isPortTaken(kafka.port)).toBe(false);
}, 60_000);

test.each([
  ['Redis', startRedis],
  ['Kafka', startKafka],
])('a taken port keeps %s from starting with one sentence', async (name, startServer) => {
  const other = createServer();
  const port = await listenOnFreePort(other);
  await expect(startServer({ port })).rejects.toThrow(
    `Port ${port} is taken by another program: stop it or choose another port for ${name}.`,
  );
  other.close();
});
