import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, repoDir, startSplit } from '@metaverse/local';

export type RunningProcess = { name: string; pid: number; port: number };
export type Topology = {
  kind: 'standalone' | 'split';
  /** The one public origin. */
  url: string;
  processes: readonly RunningProcess[];
  stop: () => Promise<void>;
};

/** Journeys sign up many people from one address. */
const LIMITS = { LIMIT_SIGNUPS: '10000', LIMIT_REQUESTS: '100000' };
const READY_TIMEOUT_MS = 60_000;

export const startTopology = (kind: Topology['kind']): Promise<Topology> => (kind === 'split' ? startApart() : startStandalone());

async function startStandalone(): Promise<Topology> {
  const dataDir = await mkdtemp(join(tmpdir(), 'metaverse-e2e-'));
  const port = await findFreePort();
  const main = join(repoDir, 'apps', 'standalone', 'src', 'main.ts');
  const env = { ...process.env, ...LIMITS, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await untilReady(child);
  return {
    kind: 'standalone',
    url: `http://127.0.0.1:${port}`,
    processes: [{ name: 'standalone', pid: child.pid ?? 0, port }],
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('standalone was not ready in time')), READY_TIMEOUT_MS);
    child.once('exit', (code) => reject(new Error(`standalone ended with ${String(code)}`)));
    child.stdout?.on('data', (text: Buffer) => {
      if (!text.toString().includes('ready at')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function startApart(): Promise<Topology> {
  const split = await startSplit({ env: LIMITS });
  return { kind: 'split', url: split.url, processes: split.processes, stop: split.stop };
}
