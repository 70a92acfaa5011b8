import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { endWithUs } from './end-with-us.ts';
import { recordServer } from './run-records.ts';
import { StartError } from './start-error.ts';

export type ServerSpec = {
  /** For messages and records. */
  name: string;
  command: string;
  args: string[];
  /** Everything that it prints goes here; emptied on start. */
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Whom to run as; only root may name somebody. */
  account?: { uid: number; gid: number } | undefined;
  /** What asks it politely to end. */
  stopSignal?: NodeJS.Signals;
  /** How long it may take to end before it is killed. */
  stopTimeoutMs?: number;
  /** Removed when the server has ended, however it ended. */
  scratchDirs?: string[];
  /** Another process will go on with the scratch folders after this one was killed: they go only with `stop`. */
  isRestartable?: boolean | undefined;
};

export type ServerProcess = {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process has ended, with a sentence about how. */
  readonly exited: Promise<string>;
  readonly hasExited: () => boolean;
  /** What it printed so far. */
  readonly output: () => string;
  /** Ends it politely, then by force; may be called again. */
  readonly stop: () => Promise<void>;
  /** Sends one signal, for fault tests. */
  readonly kill: (signal: NodeJS.Signals) => void;
};

/** A server that answers at an address. */
export type RunningServer = Pick<ServerProcess, 'pid' | 'exited' | 'stop' | 'kill'> & { readonly url: string; readonly port: number };

const STOP_TIMEOUT_MS = 4_000;

/** What this process has started and not ended yet. */
const running = new Set<ServerProcess>();
let isClosed = false;

/** Ends every server that this process has started and lets none begin any more; for a process that is asked to end while it still starts some. */
export const stopServers = async (): Promise<void> => {
  isClosed = true;
  await Promise.all([...running].map((server) => server.stop()));
};

/**
 * Starts a server apart from the terminal's process group, so that Ctrl-C reaches only us and we end it in order.
 * @throws StartError after `stopServers`.
 */
export const spawnServer = (spec: ServerSpec): ServerProcess => {
  if (isClosed) throw new StartError(`${spec.name} is not started any more.`);
  const log = openSync(spec.logFile, 'w', 0o600);
  const child = spawn(spec.command, spec.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: spec.env ?? process.env,
    ...(spec.cwd !== undefined && { cwd: spec.cwd }),
    ...spec.account,
  });
  closeSync(log);

  const { scratchDirs = [] } = spec;
  const removeScratch = (): void => {
    for (const dir of scratchDirs) rmSync(dir, { recursive: true, force: true });
  };
  let ended = false;
  let printed = '';
  const record = (pid: number): (() => void) => {
    try {
      return recordServer({ name: spec.name, pid, scratchDirs });
    } catch (error) {
      // Nobody would know of it.
      child.kill('SIGKILL');
      throw error;
    }
  };
  const forEnd = child.pid === undefined ? [] : [record(child.pid), endWithUs(child.pid, spec.stopSignal ?? 'SIGTERM')];
  const exited = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      ended = true;
      printed = readLog(spec.logFile);
      if (spec.isRestartable !== true) removeScratch();
      for (const tidyUp of forEnd) tidyUp();
      running.delete(server);
      resolve(how);
    };
    child.once('error', (error) => end(`${spec.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => end(`${spec.name} ended with ${signal ?? `code ${code}`}`));
  });

  const endPolitely = async (): Promise<void> => {
    child.kill(spec.stopSignal ?? 'SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), spec.stopTimeoutMs ?? STOP_TIMEOUT_MS);
    await exited;
    clearTimeout(force);
  };
  const stop = async (): Promise<void> => {
    if (!ended) await endPolitely();
    removeScratch();
  };

  const server: ServerProcess = {
    name: spec.name,
    pid: child.pid ?? 0,
    exited,
    hasExited: () => ended,
    output: () => (ended ? printed : readLog(spec.logFile)),
    stop,
    kill: (signal) => void child.kill(signal),
  };
  running.add(server);
  return server;
};

/** Somebody may have removed the folder under a server that still runs. */
const readLog = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
