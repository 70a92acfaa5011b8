import type { OutgoingEvent } from '@metaverse/contracts';
import { insertOutbox } from '@metaverse/db';
import { outgoingEvent, silentLogger } from '@metaverse/service-kit';
import { createTestDatabase, eventually, hangableWay, type TestDatabase } from '@metaverse/test-kit';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { createRelay, type Relay } from './create-relay.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.stop());

const relayTo = (publish: (events: readonly OutgoingEvent[]) => Promise<void>): Relay => {
  const relay = createRelay({ databaseUrl: database.url, publish, log: silentLogger() });
  onTestFinished(() => relay.stop());
  relay.start();
  return relay;
};
const loggedIn = (key: string): OutgoingEvent =>
  outgoingEvent('user-events', { type: 'user.logged-in', payload: { userId: key, sessionId: 'any' } }, { key, producer: 'test' });
const store = async (count: number): Promise<string[]> => {
  const events = Array.from({ length: count }, () => loggedIn('ada'));
  await database.db.transaction((tx) => insertOutbox(tx, events));
  return events.map(({ envelope }) => envelope.id);
};
const left = () => database.db.prisma.outbox.count();
const idsOf = (events: readonly OutgoingEvent[]) => events.map(({ envelope }) => envelope.id);

test('publishes what is stored, in order, and deletes what was confirmed', async () => {
  const published: string[] = [];
  const before = await store(3);
  relayTo((events) => {
    published.push(...idsOf(events));
    return Promise.resolve();
  });
  await eventually(async () => expect(await left()).toBe(0));
  const after = await store(1_200);
  await eventually(async () => expect(await left()).toBe(0));
  expect(published).toEqual([...before, ...after]);
});

test('is woken by the commit, long before it would look by itself', async () => {
  const times: number[] = [];
  const relay = relayTo(() => {
    times.push(performance.now());
    return Promise.resolve();
  });
  await eventually(() => relay.isLeader());
  const waits: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const storedAt = performance.now();
    await store(1);
    await eventually(() => times.length === round + 1);
    waits.push((times.at(-1) ?? 0) - storedAt);
  }
  expect(Math.min(...waits)).toBeLessThan(300);
});

test('takes together what is written soon after a batch', async () => {
  const batches: { size: number; atMs: number }[] = [];
  const relay = relayTo((events) => {
    batches.push({ size: events.length, atMs: performance.now() });
    return Promise.resolve();
  });
  await eventually(() => relay.isLeader());
  for (let number = 0; number < 20; number += 1) await store(1);
  await eventually(async () => expect(await left()).toBe(0));
  expect(batches.reduce((sum, { size }) => sum + size, 0)).toBe(20);
  const pauses = batches.slice(1).map(({ atMs }, index) => atMs - (batches[index]?.atMs ?? atMs));
  // Timers may fire a millisecond early.
  for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(49);
});

test('keeps what could not be published, and publishes the same envelopes when it can', async () => {
  const tried: string[][] = [];
  const ids = await store(2);
  relayTo((events) => {
    tried.push(idsOf(events));
    return tried.length < 3 ? Promise.reject(new Error('no broker')) : Promise.resolve();
  });
  await eventually(async () => expect(await left()).toBe(0));
  expect(tried).toEqual([ids, ids, ids]);
});

test('one relay leads; when it dies between publishing and deleting another one publishes the same envelopes again', async () => {
  const [first, second]: [string[], string[]] = [[], []];
  const { promise: never } = Promise.withResolvers<undefined>();
  const { promise: firstPublished, resolve: publishedOnce } = Promise.withResolvers<undefined>();
  const leader = createRelay({
    databaseUrl: database.url,
    log: silentLogger(),
    publish: (events) => {
      first.push(...idsOf(events));
      publishedOnce(undefined);
      return never;
    },
  });
  leader.start();
  await eventually(() => leader.isLeader());
  const follower = relayTo((events) => {
    second.push(...idsOf(events));
    return Promise.resolve();
  });
  const ids = await store(3);
  await firstPublished;
  expect(follower.isLeader()).toBe(false);

  await database.db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  await eventually(async () => expect(await left()).toBe(0));
  expect(follower.isLeader()).toBe(true);
  expect(first).toEqual(ids);
  expect(second).toEqual(ids);
});

test('begins again after PostgreSQL ended its connection', async () => {
  const published: string[] = [];
  const relay = relayTo((events) => {
    published.push(...idsOf(events));
    return Promise.resolve();
  });
  await eventually(() => relay.isLeader());
  await database.db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'outbox-relay' AND datname = current_database()`,
  );
  await eventually(() => !relay.isLeader());
  const ids = await store(2);
  await eventually(() => expect(published).toEqual(ids));
});

test('begins again when PostgreSQL says nothing any more, also while it connects', async () => {
  const way = await hangableWay(database.url);
  onTestFinished(way.stop);
  const failures: unknown[] = [];
  const log = Object.assign(silentLogger(), {
    warn: (fact: object) => void failures.push(fact),
    debug: (fact: object) => void failures.push(fact),
  });
  const relay = createRelay({ databaseUrl: way.url, publish: () => Promise.resolve(), silenceMs: 200, log });
  onTestFinished(() => relay.stop());
  relay.start();
  await eventually(() => relay.isLeader());

  way.hang();
  await eventually(() => !relay.isLeader());
  const failuresBefore = failures.length;
  await eventually(() => failures.length > failuresBefore + 1);
  way.goOn();
  await store(1);
  await eventually(async () => expect(await left()).toBe(0));
});

test('asks for a database that is away now and then, not without a rest', async () => {
  const triedAt: number[] = [];
  const tried = () => void triedAt.push(performance.now());
  const log = Object.assign(silentLogger(), { warn: tried, debug: tried });
  // Nothing listens on the first port.
  const relay = createRelay({ databaseUrl: 'postgresql://nobody:none@127.0.0.1:1/none', publish: () => Promise.resolve(), log });
  onTestFinished(() => relay.stop());
  relay.start();
  await eventually(() => triedAt.length >= 3);
  const [first = 0, , third = 0] = triedAt;
  expect(third - first).toBeGreaterThan(900);
});
