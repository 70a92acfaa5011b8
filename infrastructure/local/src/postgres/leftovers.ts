import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from '../processes.ts';
import { endAbandonedServers, ownerOf } from '../run-records.ts';
import { StartError } from '../start-error.ts';

/**
 * Clears away what an earlier start left behind: a server whose owner was killed is ended, a lock file whose server is gone
 * is removed (PostgreSQL itself would take any process of the same number for the old server).
 * @throws StartError when another start of ours is using the data right now.
 */
export const clearLeftovers = async (dataDir: string): Promise<void> => {
  await endAbandonedServers();

  const lockFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(lockFile)) return;

  const pid = Number.parseInt(readFileSync(lockFile, 'utf8'), 10);
  const owner = ownerOf(pid);
  if (owner !== undefined)
    throw new StartError(`The data in ${dataDir} is in use by another start (process ${owner}): stop that one first.`);
  if (!isPostgres(pid)) rmSync(lockFile, { force: true });
};

/** Whether the process is a PostgreSQL server; where nobody can tell, it is enough that it runs. */
export const isPostgres = (pid: number): boolean => {
  if (processIdentity(pid) === undefined) return false;
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
};
