import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSpace, makeUser } from './builders.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
});

test('gives each caller a migrated database of its own', async () => {
  await makeSpace(one.db.prisma);
  expect(await one.db.prisma.space.count()).toBe(1);
  expect(await one.db.prisma.chatroomMember.count()).toBe(1);
  expect(await other.db.prisma.space.count()).toBe(0);
});

test('drops its database although somebody is still connected', async () => {
  const third = await createTestDatabase();
  const lingering = await third.db.pool.connect();
  lingering.on('error', () => undefined);
  await makeUser(third.db.prisma);
  lingering.release();
  await third.stop();
  await expect(
    one.db.pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [new URL(third.url).pathname.slice(1)]),
  ).resolves.toMatchObject({
    rowCount: 0,
  });
});
