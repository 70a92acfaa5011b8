import { setTimeout as delay } from 'node:timers/promises';
import { Envelope, type TopicName } from '@metaverse/contracts';
import { handleBatch, type Logger, type RejectedEvent, type Subscription } from '@metaverse/service-kit';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Sender } from './create-sender.ts';

export type ConsumeDeps = { subscription: Subscription; sender: Sender; prefix: string; log: Logger; signal: AbortSignal };

/** Events that a handler gets at once: little enough that a heartbeat between two chunks comes in time. */
const CHUNK = 200;
/** A sign of life while a handler works or waits; kafkajs sends no more of them than the session needs. */
const HEARTBEAT_MS = 2_000;

type Received = { offset: string; envelope: Envelope };

/** Takes a partition's batch chunk by chunk: handle, park what cannot be handled, then let the offset be stored. */
export async function consumeBatch(payload: EachBatchPayload, deps: ConsumeDeps): Promise<void> {
  const { batch } = payload;
  const heartbeat = (): Promise<void> => payload.heartbeat();
  for (let start = 0; start < batch.messages.length; start += CHUNK) {
    if (!payload.isRunning() || payload.isStale() || deps.signal.aborted) return;
    const messages = batch.messages.slice(start, start + CHUNK);

    await withHeartbeat(heartbeat, () => consumeChunk(messages, { topic: batch.topic, partition: batch.partition, ...deps }));

    const last = messages.at(-1);
    if (last) payload.resolveOffset(last.offset);
    await heartbeat();
    await payload.commitOffsetsIfNecessary(payload.uncommittedOffsets());
  }
}

type Place = { topic: string; partition: number };

async function consumeChunk(messages: readonly KafkaMessage[], deps: ConsumeDeps & Place): Promise<void> {
  const { received, unreadable } = readAll(messages, deps);
  const wait = (ms: number): Promise<void> => delay(ms, undefined, { signal: deps.signal });
  const rejected = await handleBatch(
    received.map(({ envelope }) => envelope),
    { handle: deps.subscription.handle, wait },
  );
  const offsets = new Map(received.map(({ envelope, offset }) => [envelope, offset]));
  await park([...unreadable, ...rejected.map((each) => ({ ...each, offset: offsets.get(each.envelope) ?? '' }))], deps);
}

async function park(rejected: readonly (RejectedEvent & { offset: string })[], deps: ConsumeDeps & Place): Promise<void> {
  if (rejected.length === 0) return;
  const { topic, partition, prefix, subscription, sender, log } = deps;
  const letters = rejected.map(({ envelope, error, attempts, offset }) => ({
    ...envelope,
    error,
    attempts,
    source: { topic, partition, offset },
  }));
  // Subscriptions name topics of the catalogue only.
  await sender.sendDeadLetters(topic.slice(prefix.length) as TopicName, letters);
  for (const { id, type, error, attempts } of letters) {
    log.error({ group: subscription.group, eventId: id, type, error, attempts }, 'a handler cannot take an event: it is parked');
  }
}

function readAll(messages: readonly KafkaMessage[], { topic, partition }: Place) {
  const received: Received[] = [];
  const unreadable: (RejectedEvent & { offset: string })[] = [];
  for (const { value, key, offset, timestamp } of messages) {
    const text = value?.toString() ?? '';
    const parsed = parse(text);
    if (parsed.success) received.push({ offset, envelope: parsed.data });
    else {
      const occurredAt = new Date(Number(timestamp)).toISOString();
      const envelope = unreadableEnvelope({
        text,
        key: key?.toString() ?? '',
        occurredAt,
        correlationId: `${topic}/${partition}/${offset}`,
      });
      unreadable.push({ offset, error: parsed.error.message, attempts: 1, envelope });
    }
  }
  return { received, unreadable };
}

function parse(text: string) {
  try {
    return Envelope.safeParse(JSON.parse(text));
  } catch (error) {
    return { success: false as const, error: error instanceof Error ? error : new Error('unreadable') };
  }
}

/** What is no envelope is parked inside one, as it came. */
const unreadableEnvelope = (found: { text: string; key: string; occurredAt: string; correlationId: string }): Envelope => ({
  id: crypto.randomUUID(),
  type: 'unreadable',
  version: 1,
  occurredAt: found.occurredAt,
  producer: 'unknown',
  correlationId: found.correlationId,
  key: found.key,
  payload: found.text,
});

async function withHeartbeat(heartbeat: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  let failure: unknown;
  const timer = setInterval(() => {
    heartbeat().catch((error: unknown) => {
      failure = error;
    });
  }, HEARTBEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  // The group has gone on without us: somebody else has the partition, and may do this work once more.
  if (failure) throw failure instanceof Error ? failure : new Error('the heartbeat failed');
}
