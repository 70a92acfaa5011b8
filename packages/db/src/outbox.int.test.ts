import type { OutgoingEvent } from '@metaverse/contracts';
import { createTestDatabase, eventually, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type pg from 'pg';
import { newId } from './new-id.ts';
import { insertOutbox, insertOutboxPg } from './outbox.ts';
import { withPgTransaction } from './pg-transaction.ts';

let database: TestDatabase;
let listener: pg.PoolClient;
let notices: number;

beforeAll(async () => {
  database = await createTestDatabase();
  listener = await database.db.pool.connect();
  await listener.query('LISTEN outbox');
  listener.on('notification', () => notices++);
});

beforeEach(async () => {
  notices = 0;
  await database.db.pool.query('TRUNCATE outbox');
});

afterAll(async () => {
  listener.release();
  await database.stop();
});

const eventFor = (key: string, number: number): OutgoingEvent => ({
  topic: 'user-events',
  envelope: {
    id: newId(),
    type: 'space.joined',
    version: 1,
    occurredAt: new Date(0).toISOString(),
    producer: 'test',
    correlationId: 'test',
    key,
    payload: { number },
  },
});
const events = Array.from({ length: 20 }, (_, number) => eventFor('somebody', number));

test.each([
  ['Prisma', () => database.db.transaction((tx) => insertOutbox(tx, events))],
  ['pg', () => withPgTransaction(database.db.pool, (client) => insertOutboxPg(client, events))],
])('%s stores events in their order and wakes the relay once', async (_, store) => {
  await store();
  const rows = await database.db.prisma.outbox.findMany({ orderBy: { id: 'asc' } });
  expect(rows.map(({ topic, key, envelope }) => ({ topic, key, envelope }))).toEqual(
    events.map(({ topic, envelope }) => ({ topic, key: 'somebody', envelope })),
  );
  await eventually(() => expect(notices).toBe(1));
});

test('what is rolled back is neither stored nor told', async () => {
  const failing = withPgTransaction(database.db.pool, async (client) => {
    await insertOutboxPg(client, events);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  // A later notice would arrive behind an earlier one.
  await withPgTransaction(database.db.pool, (client) => insertOutboxPg(client, events.slice(0, 1)));
  await eventually(() => expect(notices).toBe(1));
  expect(await database.db.prisma.outbox.count()).toBe(1);
});

test('no events are no work', async () => {
  await database.db.transaction((tx) => insertOutbox(tx, []));
  await withPgTransaction(database.db.pool, (client) => insertOutboxPg(client, []));
  expect(await database.db.prisma.outbox.count()).toBe(0);
});
