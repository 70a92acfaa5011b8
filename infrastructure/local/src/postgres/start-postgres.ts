import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { findFreePort, isPortTaken, LOOPBACK } from '../free-port.ts';
import { localDir } from '../paths.ts';
import { type RunningServer, type ServerProcess, spawnServer } from '../server-process.ts';
import { StartError } from '../start-error.ts';
import { waitUntilReady } from '../wait-until.ts';
import { postgresAccount } from './account.ts';
import { postgresDir, postgresProgram } from './binaries.ts';
import { openCluster, postgresEnv, SUPERUSER, type Cluster } from './cluster.ts';
import { explainFailure, explainFileFailure, isPortConflict } from './explain.ts';
import { clearLeftovers } from './leftovers.ts';
import { reachableDir } from './shared-dir.ts';

export type PostgresOptions = {
  /** Folder for data, password and log; made when missing, kept between starts. */
  dir: string;
  /** TCP port on loopback; without one, any free port. */
  port?: number;
  /** False for tests: nothing is forced to disk, so a crash of the machine loses data. */
  isDurable?: boolean;
  /** The folder is removed when the server has ended, however it ended. */
  isScratch?: boolean;
  /** A scratch folder outlives a crash, for another start on it, and goes only with `stop`. */
  isRestartable?: boolean;
};

/** `url` is of the database `metaverse`, with user and password; `stop` ends it with all data on disk. */
export type RunningPostgres = RunningServer & {
  /** What it prints; emptied by the next start. */
  readonly logFile: string;
};

const DATABASE = 'metaverse';
/** 5 split services in 2 instances with pools of 10, a relay and as much again for a rolling restart. */
const MAX_CONNECTIONS = 200;
const READY_TIMEOUT_MS = 60_000;
const PORT_ATTEMPTS = 5;

/**
 * Starts the PostgreSQL that came with the dependencies on loopback, with a password of its own, and makes the
 * database `metaverse`. Works as any user: as root it runs as another one.
 * @throws StartError with one sentence when it cannot start.
 */
export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  try {
    return await startIn(options);
  } catch (error) {
    const sentence = explainFileFailure(error, options.dir);
    throw sentence === undefined ? error : new StartError(sentence, { cause: error });
  }
};

const startIn = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const account = postgresAccount();
  const binaries = postgresDir(account);
  const dir = reachableDir(options.dir, account);
  await clearLeftovers(join(dir, 'data'));
  const isDurable = options.isDurable ?? true;
  const cluster = openCluster({ binaries, dir, passwordFile: join(options.dir, 'password'), account, isDurable });
  const logFile = `${cluster.dataDir}.log`;

  const launch = (port: number): ServerProcess =>
    spawnServer({
      name: 'PostgreSQL',
      command: postgresProgram(binaries, 'postgres'),
      args: ['-D', cluster.dataDir, ...settings(port, isDurable)],
      logFile,
      env: postgresEnv(),
      cwd: dir,
      account,
      stopSignal: 'SIGINT',
      // Where we are root and the folder is out of others' reach, the data lies elsewhere.
      ...(options.isScratch && { scratchDirs: [options.dir, dir] }),
      isRestartable: options.isRestartable,
    });
  const { server, port } = await launchOnPort(options.port, cluster, launch);
  const { pid, stop, kill, exited } = server;
  return { url: urlOf(cluster, port, DATABASE), port, pid, logFile, stop, kill, exited };
};

/** A server for tests and tools: nothing is forced to disk, and all of it is gone when it has ended. */
export const startScratchPostgres = (): Promise<RunningPostgres> => startPostgres(scratchOptions());

/** A folder of its own for each call. */
export const scratchOptions = (): PostgresOptions => ({
  dir: join(localDir, 'scratch', `postgres-${randomUUID()}`),
  isDurable: false,
  isScratch: true,
});

type Launched = { server: ServerProcess; port: number };

/** Between finding a free port and listening on it somebody else may take it; a port that was asked for is tried once. */
const launchOnPort = async (wished: number | undefined, cluster: Cluster, launch: (port: number) => ServerProcess): Promise<Launched> => {
  for (let attempt = 1; ; attempt++) {
    const port = wished || (await findFreePort());
    if (wished && (await isPortTaken(port)))
      throw new StartError(explainFailure('Address already in use', { dataDir: cluster.dataDir, port }));
    const server = launch(port);
    try {
      await waitUntilReady(server, () => ensureDatabase(cluster, port), {
        timeoutMs: READY_TIMEOUT_MS,
        explain: (output) => explainFailure(output, { dataDir: cluster.dataDir, port }),
      });
      return { server, port };
    } catch (error) {
      await server.stop();
      if (wished || attempt === PORT_ATTEMPTS || !isPortConflict(server.output())) throw error;
    }
  }
};

const settings = (port: number, isDurable: boolean): string[] => {
  const wanted = {
    listen_addresses: LOOPBACK,
    port,
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Our queries are short; compiling them costs more than it gains.
    jit: 'off',
    ...(!isDurable && { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

/** False while the server does not answer yet. @throws StartError when it refuses our password or its data is damaged. */
const ensureDatabase = async (cluster: Cluster, port: number): Promise<boolean> => {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } catch (error) {
    if (isWrongPassword(error)) {
      throw new StartError(
        `The password kept for ${cluster.dataDir} is not the one it was made with: put the password file back, or delete the folder to start empty.`,
      );
    }
    if (error instanceof pg.DatabaseError && !isStartingUp(error)) {
      throw new StartError(explainFailure(`FATAL:  ${error.message}`, { dataDir: cluster.dataDir, port }));
    }
    // No connection, or one that broke: it is not up yet, or has ended, which is seen elsewhere.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const isWrongPassword = (error: unknown): boolean => codeOf(error) === '28P01';
const isStartingUp = (error: pg.DatabaseError): boolean => error.code === '57P03';

/** Where a database of a cluster is, with user and password. */
export const urlOf = (cluster: Pick<Cluster, 'password'>, port: number, database: string): string =>
  `postgresql://${SUPERUSER}:${cluster.password}@${LOOPBACK}:${port}/${database}`;
