import { createServer } from 'node:net';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOnFreePort } from '@metaverse/test-kit';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { processIdentity, waitForExit } from '../processes.ts';
import { type PostgresOptions, type RunningPostgres, startPostgres } from './start-postgres.ts';

// Several starts in a test, on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let dir: string;
let running: RunningPostgres[];

beforeEach(() => {
  dir = join(tmpdir(), `postgres-test-${process.pid}-${Math.random().toString(36).slice(2)}`);
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()));
  rmSync(dir, { recursive: true, force: true });
});

const start = async (options: Omit<PostgresOptions, 'dir'> = {}): Promise<RunningPostgres> => {
  const postgres = await startPostgres({ dir, isDurable: false, ...options });
  running.push(postgres);
  return postgres;
};

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

test('keeps its data from start to start', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  await first.stop();
  expect(processIdentity(first.pid)).toBeUndefined();

  const second = await start();
  expect(await query(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('starts again after it was killed the hard way', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  // Where nothing is forced to disk, a commit of the last moment may be lost to a kill.
  await query(first.url, 'CHECKPOINT');
  first.kill('SIGKILL');
  expect(await waitForExit(first.pid, 5_000)).toBe(true);

  const second = await start();
  expect(await query(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('asks for the password that it made', async () => {
  const { url } = await start();
  await expect(query(url.replace(/:[^:@]+@/, ':guessed@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('a taken port is one sentence with what to do', async () => {
  const other = createServer();
  const port = await listenOnFreePort(other);
  await expect(start({ port })).rejects.toThrow(`Port ${port} is taken by another program: stop it or choose another port for PostgreSQL.`);
  other.close();
});

test('a folder that another start uses is one sentence with what to do', async () => {
  await start();
  await expect(start()).rejects.toThrow(`is in use by another start (process ${process.pid}): stop that one first.`);
});

test('a broken data folder is one sentence with what to do', async () => {
  const first = await start();
  await first.stop();
  rmSync(join(dir, 'data', 'global', 'pg_control'));
  await expect(start()).rejects.toThrow(
    /^The data folder \S+ cannot be used \(.+\): put back a copy of it, or delete it to start empty\.$/,
  );
});

test('a folder that is no cluster is one sentence with what to do', async () => {
  mkdirSync(join(dir, 'data'), { recursive: true });
  writeFileSync(join(dir, 'password'), 'x');
  await expect(start()).rejects.toThrow(/no PostgreSQL cluster/);
});

test('a file in place of the folder is one sentence with what to do', async () => {
  writeFileSync(dir, 'not a folder');
  await expect(start()).rejects.toThrow(/^The folder \S+ cannot be used \(.+\): make it a folder that you may write to, or choose another/);
});

test.runIf(process.platform === 'linux')('a folder that cannot be made is one sentence with what to do', async () => {
  await expect(startPostgres({ dir: '/proc/not-there/postgres' })).rejects.toThrow(/^The folder \S+ cannot be used \(ENOENT.+\): make it/);
});

test('data that lost its databases is one sentence with what to do', async () => {
  const first = await start();
  await first.stop();
  rmSync(join(dir, 'data', 'base'), { recursive: true });
  await expect(start()).rejects.toThrow(
    /^The data folder \S+ cannot be used \(.+\): put back a copy of it, or delete it to start empty\.$/,
  );
});

test('a scratch server leaves nothing behind', async () => {
  const postgres = await start({ isScratch: true });
  await postgres.stop();
  expect(existsSync(dir)).toBe(false);
});
