import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { processIdentity, waitForExit } from './processes.ts';
import { endAbandonedServers } from './run-records.ts';

test('a server ends with its owner, also when that was killed', async () => {
  const killed = await startElsewhere(`
    import { startRedis } from '${pathOf('redis.ts')}';
    const redis = await startRedis();
    console.log(redis.pid);`);
  expect(processIdentity(killed.serverPid)).toBeDefined();
  killed.owner.kill('SIGKILL');
  expect(await waitForExit(killed.serverPid, 10_000)).toBe(true);
});

test('a server that outlived its owner is ended by the next start, one whose owner lives is not', async () => {
  const abandoned = await startElsewhere(recordedSleep);
  const owned = await startElsewhere(recordedSleep);
  abandoned.owner.kill('SIGKILL');
  await once(abandoned.owner, 'exit');
  expect(processIdentity(abandoned.serverPid)).toBeDefined();

  await endAbandonedServers();

  expect(processIdentity(abandoned.serverPid)).toBeUndefined();
  expect(processIdentity(owned.serverPid)).toBeDefined();
  owned.owner.kill('SIGKILL');
  await once(owned.owner, 'exit');
  await endAbandonedServers();
  expect(processIdentity(owned.serverPid)).toBeUndefined();
});

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const recordedSleep = `
  import { spawn } from 'node:child_process';
  import { recordServer } from '${pathOf('run-records.ts')}';
  const { pid } = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  recordServer({ name: 'sleep', pid, scratchDirs: [] });
  console.log(pid);`;

/** Another process that starts a server and prints its number. */
const startElsewhere = async (source: string) => {
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  return { owner, serverPid: Number(line.toString()) };
};
