import { randomUUID } from 'node:crypto';
import { type PaceLimits, silentLogger } from '@metaverse/service-kit';
import { describePace, eventually, startRedis, testRedis } from '@metaverse/test-kit';
import { expect, onTestFinished, test } from 'vitest';
import { createRedis, type Redis } from './create-redis.ts';
import { createRedisPace } from './create-redis-pace.ts';

const open = async (place: { url: string; prefix: string }): Promise<Redis> => {
  const redis = createRedis({ ...place, log: silentLogger() });
  onTestFinished(() => redis.stop());
  await redis.settled();
  return redis;
};
const paceOver = (redis: Redis, limits: PaceLimits) => createRedisPace(redis, { name: 'test', ...limits });

describePace('Redis', async (limits) => paceOver(await open(await testRedis()), limits));

test('counts what a key does over all instances', async () => {
  const place = await testRedis();
  const [one, other] = await Promise.all([open(place), open(place)]);
  const paces = [one, other].map((redis) => paceOver(redis, { burst: 4, perSecond: 0.1 }));
  const key = randomUUID();
  const waits = [];
  for (let i = 0; i < 3; i += 1) for (const pace of paces) waits.push(await pace.take(key));
  expect(waits.map((seconds) => seconds > 0)).toEqual([false, false, false, false, true, true]);
});

test('keeps nothing of who has been quiet', async () => {
  const redis = await open(await testRedis());
  const pace = paceOver(redis, { burst: 2, perSecond: 50 });
  await pace.take('somebody');
  expect(await redis.client.exists(redis.keys.pace('test', 'somebody'))).toBe(1);
  await eventually(async () => expect(await redis.client.exists(redis.keys.pace('test', 'somebody'))).toBe(0));
});

test('counts for itself while Redis is away', async () => {
  const server = await startRedis();
  const pace = paceOver(await open({ url: server.url, prefix: '' }), { burst: 2, perSecond: 0.1 });
  await server.stop();
  const waits = [await pace.take('a'), await pace.take('a'), await pace.take('a')];
  expect(waits.map((seconds) => seconds > 0)).toEqual([false, false, true]);
});
