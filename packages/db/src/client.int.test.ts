import { createTestDatabase, eventually, hangableWay, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDb } from './client.ts';
import { newId } from './new-id.ts';
import { withPgTransaction } from './pg-transaction.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.stop());

const element = () => ({ id: newId(), name: 'Chair', imageUrl: '/chair.svg', width: 1, height: 1, static: false });

test('a transaction that fails leaves nothing', async () => {
  const { db } = database;
  const failing = db.transaction(async (tx) => {
    await tx.element.create({ data: element() });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await db.prisma.element.count()).toBe(0);
});

test('a transaction of plain pg commits as a whole or not at all', async () => {
  const { db } = database;
  const insert = `INSERT INTO elements (id, name, image_url, width, height, static) VALUES ($1, 'Desk', '/desk.svg', 2, 1, true)`;
  const failing = withPgTransaction(db.pool, async (client) => {
    await client.query(insert, [newId()]);
    await client.query('SELECT no_such_column FROM elements');
  });
  await expect(failing).rejects.toThrow(/no_such_column/);
  expect(await db.prisma.element.count()).toBe(0);

  await withPgTransaction(db.pool, (client) => client.query(insert, [newId()]));
  expect(await db.prisma.element.count()).toBe(1);
});

test('times are UTC, whatever the server thinks', async () => {
  const { db } = database;
  await db.pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET TimeZone TO 'Asia/Tokyo'`);
  const fresh = createDb({ databaseUrl: database.url, poolSize: 1 });
  const instant = new Date('2026-03-29T01:30:00.123Z');
  await fresh.prisma.avatar.create({ data: { id: newId(), name: 'Nora', createdAt: instant } });
  expect((await fresh.prisma.avatar.findFirstOrThrow()).createdAt).toEqual(instant);
  expect((await fresh.pool.query<{ created_at: Date }>('SELECT created_at FROM avatars')).rows).toEqual([{ created_at: instant }]);
  await fresh.stop();
});

test('the database refuses what no service may store', async () => {
  const { db } = database;
  await expect(db.prisma.element.create({ data: { ...element(), width: 0 } })).rejects.toThrow(/elements_size_check/);
});

test('outlives the loss of its connections and finds the server again', async () => {
  const warn = vi.fn();
  const own = await createTestDatabase();
  const db = createDb({ databaseUrl: own.url, poolSize: 2, log: { warn } });
  await Promise.all([db.pool.query('SELECT 1'), db.prisma.$queryRaw`SELECT 1`]);

  const killer = createDb({ databaseUrl: own.url, poolSize: 1 });
  await killer.pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
  );
  await eventually(() => expect(warn).toHaveBeenCalled());
  await eventually(() => db.prisma.$queryRaw`SELECT 1`);

  await killer.stop();
  await db.stop();
  await db.stop();
  await own.stop();
});

test('a connection that breaks in the middle of a transaction is not used again', async () => {
  const { db } = database;
  const breaking = withPgTransaction(db.pool, (client) => client.query('SELECT pg_terminate_backend(pg_backend_pid())'));
  await expect(breaking).rejects.toThrow(/terminat/);
  expect((await db.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('a server that hangs ends every query in time, and is used again when it answers', async () => {
  const way = await hangableWay(database.url);
  const db = createDb({ databaseUrl: way.url, poolSize: 4, statementTimeoutMs: 100 });
  const asks = [
    () => db.pool.query('SELECT 1'),
    () => db.prisma.$queryRaw`SELECT 1`,
    () => db.transaction((tx) => tx.element.count()),
    () => withPgTransaction(db.pool, (client) => client.query('SELECT 1')),
  ];
  await Promise.all(asks.map((ask) => ask()));

  way.hang();
  for (let round = 0; round < 2; round += 1) {
    const outcomes = await Promise.allSettled(asks.map((ask) => ask()));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  }
  way.goOn();
  // As many at once as there are connections: none of them was lost.
  await eventually(() => Promise.all(asks.map((ask) => ask())));

  await db.stop();
  way.stop();
});

test('a transaction of plain pg that gets no answer waits for none a second time', async () => {
  const way = await hangableWay(database.url);
  const db = createDb({ databaseUrl: way.url, poolSize: 1, statementTimeoutMs: 1_000 });
  const transaction = () => withPgTransaction(db.pool, (client) => client.query('SELECT 1'));
  await transaction();
  way.hang();
  const startedAt = performance.now();
  await expect(transaction()).rejects.toThrow('Query read timeout');
  expect(performance.now() - startedAt).toBeLessThan(3_500);
  way.stop();
  await db.stop();
});

test('a statement that waits for a lock for too long is given up', async () => {
  const db = createDb({ databaseUrl: database.url, poolSize: 2, statementTimeoutMs: 100 });
  await withPgTransaction(database.db.pool, async (client) => {
    await client.query('LOCK TABLE avatars');
    await expect(db.pool.query('SELECT 1 FROM avatars')).rejects.toMatchObject({ code: '57014' });
  });
  await db.stop();
});

test('a transaction of a paused process does not hold its locks for ever', async () => {
  const { rows } = await database.db.pool.query('SHOW idle_in_transaction_session_timeout');
  expect(rows).toEqual([{ idle_in_transaction_session_timeout: '10s' }]);
});
