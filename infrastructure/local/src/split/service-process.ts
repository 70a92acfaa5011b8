import { join } from 'node:path';
import { LOOPBACK } from '../free-port.ts';
import { repoDir } from '../paths.ts';
import { type ServerProcess, spawnServer } from '../server-process.ts';
import { lastLine, waitUntilReady } from '../wait-until.ts';
import type { SplitApp } from './services.ts';

export type SplitProcess = {
  readonly name: string;
  readonly port: number;
  readonly logFile: string;
  /** Of the process that runs now; another one after `restart`. */
  readonly pid: number;
  readonly hasExited: () => boolean;
  /** Resolves when the process that runs now has ended, with a sentence about how. */
  readonly exited: Promise<string>;
  /** Ends it in order; may be called again. */
  readonly stop: () => Promise<void>;
  /** Sends one signal: SIGKILL, SIGTERM, SIGSTOP, SIGCONT. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Starts it again on the same port, after it was ended if it still ran, and waits until it is ready. */
  readonly restart: () => Promise<void>;
};

export type ServiceSpec = { name: string; app: SplitApp; port: number; logDir: string; env: Record<string, string> };

const READY_TIMEOUT_MS = 60_000;
/** The services give themselves five seconds. */
const STOP_TIMEOUT_MS = 6_000;

/** Starts one app as a process of its own and waits until it says that it is ready. */
export const startService = async (spec: ServiceSpec): Promise<SplitProcess> => {
  const logFile = join(spec.logDir, `${spec.name}.log`);
  let server = await launch(spec, logFile);

  return {
    name: spec.name,
    port: spec.port,
    logFile,
    get pid() {
      return server.pid;
    },
    hasExited: () => server.hasExited(),
    get exited() {
      return server.exited;
    },
    stop: () => server.stop(),
    kill: (signal) => server.kill(signal),
    restart: async () => {
      await server.stop();
      server = await launch(spec, logFile);
    },
  };
};

const launch = async ({ name, app, port, env }: ServiceSpec, logFile: string): Promise<ServerProcess> => {
  const server = spawnServer({
    name,
    command: process.execPath,
    args: [join(repoDir, 'apps', app, 'src', 'main.ts')],
    cwd: repoDir,
    // Nothing of ours beside what is named: a DATABASE_URL of the terminal would reach the wrong database.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, PORT: String(port), SERVICE_ID: name },
    logFile,
    stopTimeoutMs: STOP_TIMEOUT_MS,
  });
  await waitUntilReady(server, () => answersReady(`http://${LOOPBACK}:${port}/readyz`), {
    timeoutMs: READY_TIMEOUT_MS,
    explain: (output) => `${name} did not start (see ${logFile}): ${lastLine(output)}`,
  });
  return server;
};

/** Whether the address answers with success. */
export const answersReady = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { headers: { connection: 'close' }, signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};
