import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import { processIdentity, waitForExit } from './processes.ts';
import { endAbandonedServers } from './run-records.ts';

test('a server whose owner was killed is ended by the next start, one whose owner lives is not', async () => {
  const abandoned = await ownServerElsewhere();
  const owned = await ownServerElsewhere();
  abandoned.owner.kill('SIGKILL');
  await once(abandoned.owner, 'exit');
  expect(processIdentity(abandoned.serverPid)).toBeDefined();

  await endAbandonedServers();

  await eventually(() => expect(processIdentity(abandoned.serverPid)).toBeUndefined());
  expect(processIdentity(owned.serverPid)).toBeDefined();
  owned.owner.kill('SIGTERM');
  expect(await waitForExit(owned.serverPid, 10_000)).toBe(true);
});

/** Another process that starts a Redis and ends it when it is asked to end. */
const ownServerElsewhere = async () => {
  const source = `
    import { startRedis } from '${fileURLToPath(new URL('redis.ts', import.meta.url))}';
    const redis = await startRedis();
    process.on('SIGTERM', () => redis.stop());
    console.log(redis.pid);`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  return { owner, serverPid: Number(line.toString()) };
};
