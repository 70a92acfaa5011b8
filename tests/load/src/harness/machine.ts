import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { repoDir } from '@metaverse/local';
import type { Cores } from './cores.ts';

const git = (...args: string[]): string => execFileSync('git', args, { cwd: repoDir, encoding: 'utf8' }).trim();

/** Where and on what a result was measured. `loadBefore` is the machine's load of the last minute: what else ran then. */
export const describeMachine = (cores: Cores | null) => ({
  date: new Date().toISOString(),
  commit: git('rev-parse', 'HEAD'),
  cpu: cpus()[0]?.model ?? 'unknown',
  cpus: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  cores: cores ?? 'not pinned',
  loadBefore: loadavg()[0] ?? 0,
});
