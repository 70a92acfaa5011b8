import { createChat, joinRoom, sendMessage } from '@metaverse/chat';
import { newId } from '@metaverse/db';
import { createKafkaEventLog } from '@metaverse/kafka';
import {
  createMemoryEventLog,
  createMemoryPace,
  createMemoryPresenceStore,
  createMetrics,
  type EventLog,
  silentLogger,
} from '@metaverse/service-kit';
import { createTestDatabase, eventually, makeSpace, type TestDatabase, testKafka } from '@metaverse/test-kit';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { compose } from './compose.ts';

const log = silentLogger();
const PATIENT = { timeoutMs: 45_000 };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

const inProcess = () => Promise.resolve(createMemoryEventLog({ log }));
const overKafka = async (): Promise<EventLog> => {
  const { brokers, prefix } = await testKafka();
  return createKafkaEventLog({ brokers: brokers.split(','), prefix, clientId: 'test', log, partitions: 2 });
};

describe.each([
  ['in process', inProcess, false],
  ['over Kafka', overKafka, true],
] as const)('the way of a message %s', (_, makeLog, hasBroker) => {
  test('leads from the room through the outbox to the count, exactly', { timeout: 60_000 }, async () => {
    const { db } = database;
    const config = { databaseUrl: database.url, handlers: ['activity'] as const, hasBroker };
    const metrics = createMetrics();
    const service = compose(config, { db, eventLog: await makeLog(), metrics, log });
    onTestFinished(service.stop);
    await service.start();

    const nobody = { tell: () => undefined, deliver: () => undefined, evict: () => Promise.resolve() };
    const messagePace = createMemoryPace({ burst: 1_000, perSecond: 1_000 });
    const chat = createChat({ db, presence: createMemoryPresenceStore(), broadcaster: nobody, messagePace, producer: 'test', log });
    onTestFinished(chat.stop);
    const space = await makeSpace(db.prisma);
    const room = await db.prisma.chatroom.findFirstOrThrow({ where: { spaceId: space.id } });
    const actor = { userId: space.ownerId, role: 'user', sessionId: newId(), expiresAtMs: 0 } as const;
    await joinRoom(chat, actor, room.id);
    const drafts = Array.from({ length: 250 }, () => ({ clientMessageId: newId(), content: 'hi' }));
    await Promise.all([...drafts, ...drafts].map((draft) => sendMessage(chat, actor, { roomId: room.id, draft })));

    await eventually(async () => {
      const { _sum } = await db.prisma.spaceActivity.aggregate({ where: { spaceId: space.id }, _sum: { messages: true } });
      expect(_sum.messages).toBe(drafts.length);
    }, PATIENT);
    await eventually(async () => expect(await db.prisma.outbox.count()).toBe(0));
    const caughtUp = 'event_log_waiting_events{group="kafka-consumer.activity",topic="message"} 0';
    await eventually(async () => expect(await metrics.metrics()).toContain(caughtUp), PATIENT);
    expect(await service.checks['postgres']?.()).toEqual({ status: 'ok' });
    if (hasBroker) expect(await service.checks['kafka']?.()).toEqual({ status: 'ok' });
  });
});
