import type { Logger } from './logger.ts';

/** Longest time that one part may take to stop. */
const STOP_TIMEOUT_MS = 4_000;

export type Lifecycle = {
  /** Registers how to stop what was just made; the last one made is stopped first. */
  onStop: (name: string, stop: () => Promise<void> | void) => void;
  /** Runs every registered stop once, in reverse order, each within its time. */
  stop: () => Promise<void>;
};

/** Collects the stops of what is made, so that a shutdown undoes a start in order. */
export function createLifecycle(log: Logger): Lifecycle {
  const stops: { name: string; stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | undefined;

  const runStops = async (): Promise<void> => {
    for (const each of stops.toReversed()) await stopInTime(each, log);
  };

  return {
    onStop: (name, stop) => void stops.push({ name, stop }),
    stop: () => (stopping ??= runStops()),
  };
}

async function stopInTime({ name, stop }: { name: string; stop: () => Promise<void> | void }, log: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), STOP_TIMEOUT_MS);
  });
  try {
    const outcome = await Promise.race([Promise.resolve(stop()), late]);
    if (outcome === 'late') log.warn({ part: name }, 'did not stop in time');
  } catch (error) {
    log.warn({ err: error, part: name }, 'failed while stopping');
  } finally {
    clearTimeout(timer);
  }
}
