import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeDir } from '@metaverse/service-kit';
import type { Account } from './account.ts';

/** Where root keeps what another user must reach. */
export const SHARED_DIR = '/var/lib/metaverse';

/**
 * The folder in which `account` keeps its data: the wished one when it can go there, otherwise one under `SHARED_DIR`
 * named after the wished one's path, with a note in the wished one that says so.
 */
export const reachableDir = (wished: string, account: Account | undefined): string => {
  makeDir(wished);
  if (account === undefined) return wished;
  if (isReachable(realpathSync(wished))) return wished;

  const key = createHash('sha256').update(realpathSync(wished)).digest('hex').slice(0, 12);
  const dir = join(SHARED_DIR, `${basename(wished)}-${key}`);
  mkdirSync(dir, { recursive: true });
  chmodSync(SHARED_DIR, 0o755);
  chmodSync(dir, 0o755);
  removeOrphans();
  writeFileSync(join(dir, ORIGIN_FILE), realpathSync(wished));
  writeFileSync(
    join(wished, 'moved-to.txt'),
    `${account.name}, who runs PostgreSQL, cannot enter this folder, so the data is in\n${dir}\n`,
  );
  return dir;
};

const ORIGIN_FILE = 'origin.txt';

/**
 * Removes what belongs to temporary folders that are gone. Folders elsewhere are let alone: they may be on a disk that is
 * only not there now.
 */
const removeOrphans = (): void => {
  for (const name of readdirSync(SHARED_DIR)) {
    const originFile = join(SHARED_DIR, name, ORIGIN_FILE);
    if (!existsSync(originFile)) continue;
    const origin = readFileSync(originFile, 'utf8');
    const isGone = origin.startsWith(realpathSync(tmpdir())) && !existsSync(origin);
    const isRunning = existsSync(join(SHARED_DIR, name, 'data', 'postmaster.pid'));
    if (isGone && !isRunning) rmSync(join(SHARED_DIR, name), { recursive: true, force: true });
  }
};

/** Whether everybody may pass through the folder and all above it. */
const isReachable = (dir: string): boolean => {
  const isOpen = (statSync(dir).mode & 0o001) !== 0;
  return isOpen && (dirname(dir) === dir || isReachable(dirname(dir)));
};
