import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import type { Account } from './account.ts';
import { postgresProgram } from './binaries.ts';
import { explainFailure } from './explain.ts';

/** The one role of the cluster. */
export const SUPERUSER = 'metaverse';

export type Cluster = { dataDir: string; password: string };

type Place = { binaries: string; dir: string; passwordFile: string; account: Account | undefined; isDurable: boolean };

/** PostgreSQL and initdb see nothing of our environment: PGDATA and its kin would change what they do. */
export const postgresEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

/**
 * The cluster in `dir`, made when there is none. Its password is kept in `passwordFile`, readable for its owner only.
 * @throws StartError
 */
export const openCluster = (place: Place): Cluster => {
  const dataDir = join(place.dir, 'data');
  if (!existsSync(dataDir)) return createCluster(place, dataDir);

  if (!existsSync(place.passwordFile)) {
    throw new StartError(`The password of ${dataDir} is missing: put ${place.passwordFile} back, or delete ${dataDir} to start empty.`);
  }
  // What may not be read must not be taken for what is not there.
  accessSync(dataDir, constants.R_OK | constants.X_OK);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    throw new StartError(
      `The data folder ${dataDir} is no PostgreSQL cluster (it has no PG_VERSION): put back a copy of it, or delete it to start empty.`,
    );
  }
  return { dataDir, password: readFileSync(place.passwordFile, 'utf8').trim() };
};

const createCluster = (place: Place, dataDir: string): Cluster => {
  const password = randomBytes(24).toString('base64url');
  const unfinished = join(place.dir, 'data.unfinished');
  const passwordCopy = join(place.dir, 'initdb-password');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(place.passwordFile, password, { mode: 0o600 });

  // initdb, running as somebody else, cannot read our file and can make no folder in ours: both are handed to it.
  writeFileSync(passwordCopy, password, { mode: 0o600 });
  try {
    prepareFolder(unfinished, place.account);
    if (place.account) chownSync(passwordCopy, place.account.uid, place.account.gid);
    runInitdb(place, unfinished, passwordCopy);
    renameSync(unfinished, dataDir);
  } finally {
    rmSync(passwordCopy, { force: true });
  }
  return { dataDir, password };
};

const runInitdb = ({ binaries, dir, account, isDurable }: Place, dataDir: string, pwfile: string): void => {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${pwfile}`, '--auth=scram-sha-256'];
  const args = [`--pgdata=${dataDir}`, ...access, ...locale, ...(isDurable ? [] : ['--no-sync'])];
  const result = spawnSync(postgresProgram(binaries, 'initdb'), args, { cwd: dir, encoding: 'utf8', env: postgresEnv(), ...account });
  if (result.status === 0) return;

  rmSync(dataDir, { recursive: true, force: true });
  const output = `${result.error?.message ?? ''}\n${result.stdout}\n${result.stderr}`;
  throw new StartError(explainFailure(output, { dataDir, port: 0 }));
};

const prepareFolder = (dir: string, account: Account | undefined): void => {
  mkdirSync(dir, { mode: 0o700 });
  if (account) chownSync(dir, account.uid, account.gid);
};
