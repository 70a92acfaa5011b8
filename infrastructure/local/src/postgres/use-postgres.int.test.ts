import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDir } from '../paths.ts';
import { type RunningPostgres, startPostgres } from './start-postgres.ts';
import { usePostgres } from './use-postgres.ts';

let dir: string;
let running: RunningPostgres;
beforeAll(async () => {
  mkdirSync(localDir, { recursive: true });
  dir = mkdtempSync(join(localDir, 'use-'));
  running = await startPostgres({ dir, isDurable: false, isScratch: true });
});
afterAll(() => running.stop());

it('uses the server that runs over the data, and leaves it running', async () => {
  const used = await usePostgres({ dir });
  expect(used.url).toBe(running.url);
  await used.stop();
  const client = new pg.Client({ connectionString: used.url });
  await client.connect();
  await client.end();
});
