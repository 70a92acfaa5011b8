import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { localDir } from '../paths.ts';
import { processIdentity } from '../processes.ts';

const logsDir = join(localDir, 'log');
/** So many runs that have ended keep their logs. */
const KEPT_RUNS = 5;

/** A folder for the logs of this process's servers; those of runs long gone are removed. */
export const openLogDir = (): string => {
  const dir = join(logsDir, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const ended = readdirSync(logsDir)
    .filter((name) => processIdentity(Number(name.split('-').at(-1))) === undefined)
    .sort();
  for (const name of ended.slice(0, -KEPT_RUNS)) rmSync(join(logsDir, name), { recursive: true, force: true });
  return dir;
};
