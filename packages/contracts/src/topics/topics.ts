import { z } from 'zod';
import { Message } from '../entities/message.ts';
import { Id, Timestamp } from '../primitives.ts';

/** One type of event on a topic, with the version that its payload has now. */
export type EventContract = { version: number; payload: z.ZodType };
export type TopicContract = { name: string; /** What `key` is; order holds per key. */ key: string; types: Record<string, EventContract> };

export const defineTopic = <const T extends TopicContract>(topic: T): T => topic;

export const messageTopic = defineTopic({
  name: 'message',
  key: 'roomId',
  types: {
    /** `spaceId` is null for rooms that belong to no space. */
    'message.sent': { version: 1, payload: z.object({ message: Message, spaceId: Id.nullable() }) },
  },
});

export const userEventsTopic = defineTopic({
  name: 'user-events',
  key: 'userId',
  types: {
    'user.signed-up': { version: 1, payload: z.object({ userId: Id, username: z.string() }) },
    'user.logged-in': { version: 1, payload: z.object({ userId: Id, sessionId: Id }) },
    'space.joined': { version: 1, payload: z.object({ userId: Id, spaceId: Id }) },
    'space.left': { version: 1, payload: z.object({ userId: Id, spaceId: Id }) },
  },
});

/** Every topic, by its name. */
export const topics = { message: messageTopic, 'user-events': userEventsTopic } as const;
export type TopicName = keyof typeof topics;

/** Where what a handler cannot take goes, with `error`, `attempts` and `source`. */
export const deadLetterTopic = (topic: TopicName): `${TopicName}.dlq` => `${topic}.dlq`;

type TypesOf<T extends TopicName> = (typeof topics)[T]['types'];
/** What an event of one topic says: its type with the payload that belongs to it. */
export type EventOf<T extends TopicName> = {
  [K in keyof TypesOf<T>]: TypesOf<T>[K] extends EventContract ? { type: K; payload: z.output<TypesOf<T>[K]['payload']> } : never;
}[keyof TypesOf<T>];

/** What every event travels in. The same `id` may come again. */
export const Envelope = z.object({
  id: Id,
  type: z.string(),
  version: z.int(),
  occurredAt: Timestamp,
  producer: z.string(),
  correlationId: z.string(),
  key: z.string(),
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

/** An envelope on its way to a topic. */
export type OutgoingEvent = { topic: TopicName; envelope: Envelope };

/** What a dead-letter topic holds. */
export const DeadLetter = Envelope.extend({
  error: z.string(),
  attempts: z.int(),
  source: z.object({ topic: z.string(), partition: z.int(), offset: z.string() }),
});
export type DeadLetter = z.infer<typeof DeadLetter>;
