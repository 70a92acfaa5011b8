import type { RunningServer } from '../server-process.ts';

/** A server under the services, which fault tests end and bring back. */
export type StoreServer = {
  readonly url: string;
  /** Of the process that runs now; another one after `restart`. */
  readonly pid: number;
  /** Resolves when the process that runs now has ended, with a sentence about how. */
  readonly exited: Promise<string>;
  /** Sends one signal; resolves, unless it only pauses the server, when that has ended. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again at the same address, after it was killed, with what it had on disk. */
  readonly restart: () => Promise<void>;
  /** Ends it for good; may be called again. */
  readonly stop: () => Promise<void>;
};

const PAUSING: readonly NodeJS.Signals[] = ['SIGSTOP', 'SIGCONT'];

/** Starts a server that can be started again on the port that it got. */
export const startRestartable = async (launch: (port?: number) => Promise<RunningServer>): Promise<StoreServer> => {
  let server = await launch();
  return {
    url: server.url,
    get pid() {
      return server.pid;
    },
    get exited() {
      return server.exited;
    },
    kill: async (signal) => {
      server.kill(signal);
      if (!PAUSING.includes(signal)) await server.exited;
    },
    restart: async () => {
      await server.exited;
      server = await launch(server.port);
    },
    stop: () => server.stop(),
  };
};
