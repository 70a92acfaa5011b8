import type { ServerProcess } from './server-process.ts';
import { StartError } from './start-error.ts';

const POLL_INTERVAL_MS = 25;

/**
 * Asks `isReady` until it says yes.
 * @throws StartError when the server ended meanwhile or `timeoutMs` is over; `explain` makes the sentence of what it printed.
 */
export const waitUntilReady = async (
  server: ServerProcess,
  isReady: () => Promise<boolean>,
  options: { timeoutMs: number; explain: (output: string) => string },
): Promise<void> => {
  const deadline = Date.now() + options.timeoutMs;
  while (!(await isReady())) {
    if (server.hasExited()) throw new StartError(options.explain(server.output()));
    if (Date.now() > deadline) {
      await server.stop();
      throw new StartError(`${server.name} was not ready after ${options.timeoutMs / 1000} seconds: ${lastLine(server.output())}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS));
  }
};

/** The last line that says something. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
