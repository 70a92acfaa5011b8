import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoDir } from '@metaverse/local';
import { createTestDatabase, eventually } from '@metaverse/test-kit';
import { NO_LIMITS } from '../../no-limits.ts';

/** A running system to speak to. */
export type Target = {
  baseUrl: string;
  /** Who signs up under this name becomes the first admin. */
  adminName: string;
  /** What its processes printed so far. */
  printed: () => string;
  stop: () => Promise<void>;
};

const START_TIMEOUT_MS = 60_000;
/** Shutdown is promised within five seconds; past that it is ended. */
const STOP_TIMEOUT_MS = 8_000;
export const ADMIN_NAME = 'wire-admin';

/** The whole product in a process of its own, on an empty database and a free port. */
export async function startStandalone(env: Record<string, string> = {}): Promise<Target> {
  const database = await createTestDatabase();
  const dir = await mkdtemp(join(tmpdir(), 'protocol-'));
  await writeFile(join(dir, 'index.html'), '<!doctype html><title>a page of the web app</title>');

  const child = spawn(process.execPath, [join(repoDir, 'apps/standalone/src/main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: dir,
      WEB_DIST: dir,
      LOG_LEVEL: 'warn',
      LOG_FORMAT: 'json',
      FIRST_ADMIN: ADMIN_NAME,
      ...NO_LIMITS,
      ...env,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);

  const stop = async (): Promise<void> => {
    process.off('exit', endWithUs);
    if (child.exitCode === null && child.signalCode === null) {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      child.kill('SIGTERM');
      await once(child, 'exit');
      clearTimeout(force);
    }
    await database.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const baseUrl = await eventually<string>(() => announcedUrl(printed, child.exitCode), { timeoutMs: START_TIMEOUT_MS });
    return { baseUrl, adminName: ADMIN_NAME, printed: () => printed, stop };
  } catch (cause) {
    await stop();
    throw new Error(`standalone did not start: ${printed}`, { cause });
  }
}

/** Standalone says where it is reached when it is ready. */
function announcedUrl(printed: string, exitCode: number | null): string {
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
  if (url === undefined) throw new Error(exitCode === null ? 'it is not ready' : 'it has ended');
  return url;
}
