import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createCaller } from './rpc.ts';
import type { Usage } from './probe.ts';

export type MeasuredProcess = {
  readonly pid: number;
  /** Asks what the process answers with `onCall`. */
  readonly call: <R>(name: string, payload?: unknown) => Promise<R>;
  readonly usageStart: () => Promise<void>;
  readonly usage: () => Promise<Usage>;
  readonly stop: () => Promise<void>;
};

export type ProcessSpec = {
  /** Absolute path of the main module. */
  script: string;
  env?: Record<string, string>;
  /** Cores as taskset(1) takes them; without them it stays on those of this process. */
  cores?: string | undefined;
  /** Folder for a CPU profile of the whole life of the process. */
  profileDir?: string | undefined;
};

const PROBE = fileURLToPath(new URL('./probe.ts', import.meta.url));
/** Services promise to stop within five seconds. */
const STOP_TIMEOUT_MS = 8_000;

/** Starts a process with the probe in it. What it prints on stderr is shown. */
export function startMeasured({ script, env = {}, cores, profileDir }: ProcessSpec): MeasuredProcess {
  const profile = profileDir === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profileDir];
  const node = [process.execPath, ...profile, '--import', PROBE];
  const [execPath = '', ...execArgv] = cores === undefined ? node : ['taskset', '-c', cores, ...node];
  const child = fork(script, [], {
    execPath,
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
  const call = createCaller(child);
  let hasExited = false;
  child.once('exit', () => (hasExited = true));

  return {
    pid: child.pid ?? 0,
    call,
    usageStart: () => call('usage-start'),
    usage: () => call('usage'),
    stop: async () => {
      if (hasExited) return;
      const exited = once(child, 'exit');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      child.kill('SIGTERM');
      await exited;
      clearTimeout(force);
    },
  };
}
