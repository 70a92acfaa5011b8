import type { Backlog, Subscription } from '@metaverse/service-kit';
import type { Admin } from 'kafkajs';

/** What Kafka gives for a partition of which a group has stored nothing: it begins at the oldest event. */
const NOTHING_STORED = -1;

/** From where each group has stored that it is to the end of its topics, over all partitions. */
export async function readBacklog(admin: Admin, prefix: string, subscriptions: readonly Subscription[]): Promise<Backlog[]> {
  const rows = subscriptions.map(async ({ group, topics }) => {
    const stored = await admin.fetchOffsets({ groupId: prefix + group, topics: topics.map((topic) => prefix + topic) });
    return Promise.all(
      stored.map(async ({ topic, partitions }) => {
        const storedOf = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
        const waiting = (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => {
          const offset = storedOf.get(partition) ?? NOTHING_STORED;
          return Math.max(0, Number(high) - (offset === NOTHING_STORED ? Number(low) : offset));
        });
        return { group, topic: topic.slice(prefix.length), events: waiting.reduce((sum, events) => sum + events, 0) };
      }),
    );
  });
  return (await Promise.all(rows)).flat();
}
