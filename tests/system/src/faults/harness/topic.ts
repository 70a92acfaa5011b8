import { Envelope, messageTopic } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { eventually } from '@metaverse/test-kit';
import { type Admin, Kafka, logLevel } from 'kafkajs';

/** A message as the event log has it. */
export type Published = { envelopeId: string; messageId: string; seq: number };

const Payload = messageTopic.types['message.sent'].payload;
const TIMEOUT_MS = 30_000;

const connect = (brokers: string): Kafka => new Kafka({ brokers: brokers.split(','), clientId: 'faults', logLevel: logLevel.NOTHING });

/** How many events the topic `message` holds. */
export async function countPublished(brokers: string): Promise<number> {
  return (await endsOf(connect(brokers))).reduce((sum, { end }) => sum + end, 0);
}

/** What the topic `message` holds of a room, from its beginning to its present end, in the log's order. */
export async function readPublished(brokers: string, roomId: string): Promise<Published[]> {
  const kafka = connect(brokers);
  const ends = await endsOf(kafka);
  const found: Published[] = [];
  const left = new Map(ends.filter(({ end }) => end > 0).map(({ partition, end }) => [partition, end]));
  const consumer = kafka.consumer({ groupId: `faults-${newId()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [messageTopic.name], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ partition, message }) => {
        const envelope = Envelope.parse(JSON.parse(message.value?.toString() ?? ''));
        if (envelope.key === roomId) found.push(publishedOf(envelope));
        if (Number(message.offset) + 1 >= (left.get(partition) ?? Number.POSITIVE_INFINITY)) left.delete(partition);
        return Promise.resolve();
      },
    });
    await eventually(() => left.size === 0, { timeoutMs: TIMEOUT_MS });
  } finally {
    await consumer.disconnect();
  }
  return found;
}

/** How many events of the topic a consumer group has not noted as handled. */
export async function unhandledEvents(brokers: string, groupId: string): Promise<number> {
  const kafka = connect(brokers);
  const ends = await endsOf(kafka);
  const noted = await withAdmin(kafka, (admin) => admin.fetchOffsets({ groupId, topics: [messageTopic.name] }));
  const offsets = new Map(noted.flatMap(({ partitions }) => partitions.map(({ partition, offset }) => [partition, Number(offset)])));
  return ends.reduce((sum, { partition, end }) => sum + end - Math.max(0, offsets.get(partition) ?? 0), 0);
}

const publishedOf = (envelope: Envelope): Published => {
  const { message } = Payload.parse(envelope.payload);
  return { envelopeId: envelope.id, messageId: message.id, seq: message.seq };
};

const endsOf = (kafka: Kafka): Promise<{ partition: number; end: number }[]> =>
  withAdmin(kafka, async (admin) => {
    const ends = await admin.fetchTopicOffsets(messageTopic.name);
    return ends.map(({ partition, high }) => ({ partition, end: Number(high) }));
  });

async function withAdmin<T>(kafka: Kafka, use: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await use(admin);
  } finally {
    await admin.disconnect();
  }
}
