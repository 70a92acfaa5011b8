import { randomUUID } from 'node:crypto';
import { places, type PresenceEntry, type PresenceStore, silentLogger } from '@metaverse/service-kit';
import { describePresenceStore, eventually, startRedis, testRedis } from '@metaverse/test-kit';
import { expect, onTestFinished, test } from 'vitest';
import { createRedis } from './create-redis.ts';
import { createRedisPresenceStore } from './create-redis-presence-store.ts';

const log = silentLogger();

const openStore = async (place: { url: string; prefix: string }): Promise<PresenceStore> => {
  const redis = createRedis({ ...place, log });
  onTestFinished(() => redis.stop());
  await redis.settled();
  return createRedisPresenceStore(redis, { kind: 'test', log, beatMs: 50, silenceMs: 400 });
};

describePresenceStore('Redis', async () => openStore(await testRedis()));

const entry = (place: string): PresenceEntry => ({ place, userId: randomUUID(), connectionId: randomUUID() });

test('counts people over all instances', async () => {
  const place = await testRedis();
  const [one, other] = [await openStore(place), await openStore(place)];
  const here = entry(places.online);
  expect(await one.enter(here)).toBe(true);
  expect(await other.enter({ ...here, connectionId: randomUUID() })).toBe(false);
  expect(await other.list(places.online)).toEqual([here.userId]);
  await Promise.all([one.stop(), other.stop()]);
});

test('ends what an instance entered when it gives no more sign of life, and tells another one', async () => {
  const place = await testRedis();
  const [dying, living] = [await openStore(place), await openStore(place)];
  onTestFinished(() => living.stop());
  const told: PresenceEntry[] = [];
  living.onLost((lost) => void told.push(...lost));
  const [lost, shared] = [entry(places.online), entry(places.online)];
  await dying.enter(lost);
  await dying.enter(shared);
  await living.enter({ ...shared, connectionId: randomUUID() });

  await dying.stop();
  await eventually(() => told.length > 0);
  expect(told).toEqual([lost]);
  expect(await living.list(places.online)).toEqual([shared.userId]);
});

test('answers from its own memory while Redis is away, and enters everything again when it is back empty', async () => {
  const server = await startRedis();
  const store = await openStore({ url: server.url, prefix: '' });
  onTestFinished(() => store.stop());
  const [before, meanwhile] = [entry(places.online), entry(places.online)];
  await store.enter(before);

  await server.stop();
  expect(await store.enter(meanwhile)).toBe(true);
  expect((await store.list(places.online)).sort()).toEqual([before.userId, meanwhile.userId].sort());
  expect(await store.leave(before)).toBe(true);

  const again = await startRedis({ port: server.port });
  onTestFinished(() => again.stop());
  const other = await openStore({ url: again.url, prefix: '' });
  onTestFinished(() => other.stop());
  await eventually(async () => expect(await other.list(places.online)).toEqual([meanwhile.userId]));
});
