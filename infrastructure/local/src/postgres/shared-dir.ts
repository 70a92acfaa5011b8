import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** Where root keeps what another user must reach. */
export const SHARED_DIR = '/var/lib/metaverse';

/**
 * The folder in which `account` keeps its data: the wished one when it can go there, otherwise one under `SHARED_DIR`
 * named after the wished one's path, with a note in the wished one that says so.
 */
export const reachableDir = (wished: string, account: Account | undefined): string => {
  mkdirSync(wished, { recursive: true });
  if (account === undefined) return wished;
  if (isReachable(realpathSync(wished))) return wished;

  const key = createHash('sha256').update(realpathSync(wished)).digest('hex').slice(0, 12);
  const dir = join(SHARED_DIR, `${basename(wished)}-${key}`);
  mkdirSync(dir, { recursive: true });
  chmodSync(SHARED_DIR, 0o755);
  chmodSync(dir, 0o755);
  writeFileSync(
    join(wished, 'moved-to.txt'),
    `${account.name}, who runs PostgreSQL, cannot enter this folder, so the data is in\n${dir}\n`,
  );
  return dir;
};

/** Whether everybody may pass through the folder and all above it. */
const isReachable = (dir: string): boolean => {
  const isOpen = (statSync(dir).mode & 0o001) !== 0;
  return isOpen && (dirname(dir) === dir || isReachable(dirname(dir)));
};
