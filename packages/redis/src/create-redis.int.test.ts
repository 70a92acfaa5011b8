import { silentLogger } from '@metaverse/service-kit';
import { eventually, startRedis } from '@metaverse/test-kit';
import { expect, onTestFinished, test } from 'vitest';
import { createRedis } from './create-redis.ts';

test('a Redis that hangs is told as degraded in time, and as well when it goes on', async () => {
  const server = await startRedis();
  onTestFinished(() => server.stop());
  const redis = createRedis({ url: server.url, log: silentLogger() });
  onTestFinished(() => redis.stop());
  await redis.settled();
  expect(await redis.check()).toEqual({ status: 'ok' });

  server.kill('SIGSTOP');
  const askedAt = performance.now();
  expect(await redis.check()).toEqual({ status: 'degraded', reason: 'no answer' });
  expect(performance.now() - askedAt).toBeLessThan(2_000);

  server.kill('SIGCONT');
  await eventually(async () => expect(await redis.check()).toEqual({ status: 'ok' }));
});
