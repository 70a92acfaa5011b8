import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts, LOOPBACK } from '../free-port.ts';
import { endAbandonedServers } from '../run-records.ts';
import type { ServerProcess } from '../server-process.ts';
import { openLogDir } from './log-dir.ts';
import { type SplitProcess, startService } from './service-process.ts';
import { SPLIT_SERVICES, type SplitServiceName } from './services.ts';
import { startProxy } from './start-proxy.ts';
import { startStores, type Stores } from './stores.ts';

export type SplitOptions = {
  /** Of the proxy; without one, any free port. */
  port?: number;
  /** Keeps the database and the signing key from start to start; without one they are gone afterwards. */
  dataDir?: string;
  /** For every service, beside what the topology itself needs. */
  env?: Record<string, string>;
};

export type Split = Omit<Stores, 'stop'> & {
  /** The one public origin, through the proxy. */
  readonly url: string;
  readonly processes: readonly SplitProcess[];
  readonly process: (name: SplitServiceName) => SplitProcess;
  /** Of the servers and services that run now: each resolves when its process has ended, with a sentence about how. */
  readonly exits: readonly Promise<string>[];
  /** A file for each process. */
  readonly logDir: string;
  /** Ends everything in order; may be called again. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts every service as a process of its own over real PostgreSQL, Redis and Kafka, with Caddy in front.
 * @throws StartError of the first that does not start; the others are stopped again.
 */
export const startSplit = async (options: SplitOptions = {}): Promise<Split> => {
  await endAbandonedServers();
  const logDir = openLogDir();
  const keysDir = openKeysDir(options.dataDir);
  const stores = await startStores(options.dataDir && join(options.dataDir, 'postgres'));
  const started: SplitProcess[] = [];
  let proxy: ServerProcess | undefined;

  const stop = async (): Promise<void> => {
    await proxy?.stop();
    await Promise.all(started.map((service) => service.stop()));
    await stores.stop();
    if (options.dataDir === undefined) rmSync(keysDir, { recursive: true, force: true });
  };
  try {
    const [proxyPort = 0, ...ports] = await findFreePorts(1 + SPLIT_SERVICES.length);
    const port = options.port ?? proxyPort;
    const url = `http://${LOOPBACK}:${port}`;
    const env = { ...serviceEnv({ stores, keysDir, httpPort: ports[0] ?? 0 }), ...options.env };
    const start = async (index: number, { name, app }: (typeof SPLIT_SERVICES)[number]): Promise<void> => {
      started.push(await startService({ name, app, port: ports[index] ?? 0, logDir, env }));
    };

    // http goes first: it brings the database up to date and has the keys that the others ask for.
    const [http, ...others] = SPLIT_SERVICES;
    await start(0, http);
    await settleAll(others.map((service, index) => start(index + 1, service)));
    proxy = await startProxy({ port, logDir, upstreams: upstreamsOf(started) });

    const inOrder = SPLIT_SERVICES.map(({ name }) => findProcess(started, name));
    const exits = [...Object.values(stores.servers), ...inOrder, proxy].map(({ exited }) => exited);
    return { ...stores, url, processes: inOrder, process: (name) => findProcess(started, name), exits, logDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Waits for all, so that nothing starts behind the back of a stop; then throws the first failure. */
const settleAll = async (starting: Promise<void>[]): Promise<void> => {
  await Promise.allSettled(starting);
  await Promise.all(starting);
};

const openKeysDir = (dataDir: string | undefined): string => {
  if (dataDir === undefined) return mkdtempSync(join(tmpdir(), 'metaverse-keys-'));
  const dir = join(dataDir, 'keys');
  mkdirSync(dir, { recursive: true });
  return dir;
};

type Given = { stores: Stores; keysDir: string; httpPort: number };

const serviceEnv = ({ stores, keysDir, httpPort }: Given): Record<string, string> => ({
  HOST: LOOPBACK,
  DATABASE_URL: stores.databaseUrl,
  REDIS_URL: stores.redisUrl,
  KAFKA_BROKERS: stores.kafkaBrokers,
  SIGNING_KEYS_DIR: keysDir,
  JWKS_URL: `http://${LOOPBACK}:${httpPort}/.well-known/jwks.json`,
});

const upstreamsOf = (processes: readonly SplitProcess[]): { http: number[]; chat: number[]; world: number[] } => {
  const portsOf = (prefix: string): number[] => processes.filter(({ name }) => name.startsWith(prefix)).map(({ port }) => port);
  return { http: portsOf('http'), chat: portsOf('chat-socket').sort(), world: portsOf('game-state').sort() };
};

const findProcess = (processes: readonly SplitProcess[], name: SplitServiceName): SplitProcess => {
  const found = processes.find((each) => each.name === name);
  if (!found) throw new Error(`${name} was not started`);
  return found;
};
