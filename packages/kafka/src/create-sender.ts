import type { DeadLetter, OutgoingEvent, TopicName } from '@metaverse/contracts';
import { deadLetterTopic } from '@metaverse/contracts';
import { type Kafka, Partitioners, type Producer, type TopicMessages } from 'kafkajs';

export type Sender = {
  /** Resolves when every replica that counts has the events; those of one key stay in order. */
  send: (events: readonly OutgoingEvent[]) => Promise<void>;
  sendDeadLetters: (topic: TopicName, letters: readonly DeadLetter[]) => Promise<void>;
  stop: () => Promise<void>;
};

/** Waits for all in-sync replicas. */
const ACKS_ALL = -1;
/** Longest that one send may take, retries included; then the producer is given up. */
const SEND_TIMEOUT_MS = 15_000;

/**
 * Sends with an idempotent producer and one request in flight, so that a repeated request stores nothing twice and
 * nothing overtakes. A producer that failed is replaced: after some errors its sequence numbers are of no use any more.
 */
export function createSender(kafka: Kafka, prefix: string): Sender {
  let current: Promise<Producer> | undefined;
  let isStopped = false;

  const connect = async (): Promise<Producer> => {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  };

  const giveUp = (failed: Promise<Producer>): void => {
    if (current === failed) current = undefined;
    failed.then((producer) => producer.disconnect()).catch(() => undefined);
  };

  const sendAll = async (topicMessages: TopicMessages[]): Promise<void> => {
    if (isStopped) throw new Error('the sender has stopped');
    const used = (current ??= connect());
    try {
      const sent = used.then((producer) => producer.sendBatch({ topicMessages, acks: ACKS_ALL }));
      await Promise.race([sent, rejectAfter(SEND_TIMEOUT_MS)]);
    } catch (error) {
      giveUp(used);
      throw error;
    }
  };

  return {
    send: (events) => (events.length === 0 ? Promise.resolve() : sendAll(byTopic(events, prefix))),
    sendDeadLetters: (topic, letters) =>
      sendAll([
        { topic: prefix + deadLetterTopic(topic), messages: letters.map((letter) => ({ key: letter.key, value: JSON.stringify(letter) })) },
      ]),
    stop: async () => {
      isStopped = true;
      const producer = await current?.catch(() => undefined);
      await producer?.disconnect();
    },
  };
}

function byTopic(events: readonly OutgoingEvent[], prefix: string): TopicMessages[] {
  const grouped = Map.groupBy(events, ({ topic }) => topic);
  return [...grouped].map(([topic, each]) => ({
    topic: prefix + topic,
    messages: each.map(({ envelope }) => ({ key: envelope.key, value: JSON.stringify(envelope) })),
  }));
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Kafka did not confirm within ${ms} ms`)), ms).unref();
  });
}
