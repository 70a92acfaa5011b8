import { deadLetterTopic, type TopicName, topics } from '@metaverse/contracts';
import type { Kafka } from 'kafkajs';

// The keys of the catalogue of topics are its names.
const topicNames = Object.keys(topics) as TopicName[];

/** Makes every topic of the contracts, and where their dead letters go, unless it is there. Rejects when no broker answers. */
export async function ensureTopics(kafka: Kafka, { prefix, partitions }: { prefix: string; partitions: number }): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const wanted = topicNames.flatMap((name) => [
      { topic: prefix + name, numPartitions: partitions },
      { topic: prefix + deadLetterTopic(name), numPartitions: 1 },
    ]);
    const existing = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !existing.has(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing, waitForLeaders: true });
  } finally {
    await admin.disconnect();
  }
}
