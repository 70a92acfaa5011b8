import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresAccount } from './account.ts';
import { isPostgres } from './leftovers.ts';
import { reachableDir } from './shared-dir.ts';
import { startPostgres, urlOf } from './start-postgres.ts';

/** Line of `postmaster.pid` that holds the port (PostgreSQL, miscadmin.h: LOCK_FILE_LINE_PORT). */
const PORT_LINE = 4;

/**
 * The PostgreSQL over the data in `dir` for a short errand: the one that runs, or one of one's own until `stop`.
 * @throws StartError with one sentence when it cannot start.
 */
export const usePostgres = async ({ dir }: { dir: string }): Promise<{ url: string; stop: () => Promise<void> }> => {
  const port = runningPort(join(reachableDir(dir, postgresAccount()), 'data', 'postmaster.pid'));
  if (port === undefined) return startPostgres({ dir });
  const password = readFileSync(join(dir, 'password'), 'utf8').trim();
  return { url: urlOf({ password }, port, 'metaverse'), stop: () => Promise.resolve() };
};

const runningPort = (lockFile: string): number | undefined => {
  if (!existsSync(lockFile)) return undefined;
  const lines = readFileSync(lockFile, 'utf8').split('\n');
  const [pid, port] = [Number.parseInt(lines[0] ?? '', 10), Number.parseInt(lines[PORT_LINE - 1] ?? '', 10)];
  return isPostgres(pid) ? port : undefined;
};
