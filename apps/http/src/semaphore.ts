import { AppError } from '@metaverse/service-kit';

/** Runs work with at most so many at a time; the others wait in order. */
export type Semaphore = <T>(work: () => Promise<T>) => Promise<T>;

/** Seconds after which who was turned away may try again. */
const RETRY_SECONDS = 5;

/** Throws `unavailable` when `waitingMax` are waiting already: an answer after a minute helps nobody. */
export function createSemaphore({ running: runningMax, waiting: waitingMax }: { running: number; waiting: number }): Semaphore {
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running < runningMax) {
      running += 1;
      return;
    }
    if (waiting.length >= waitingMax) {
      throw new AppError('unavailable', 'Too much is going on right now. Try again in a moment.', { retryAfterSeconds: RETRY_SECONDS });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  /** Who waits longest takes over the place; without anybody it becomes free. */
  const exit = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      exit();
    }
  };
}
