import type { Logger } from '@metaverse/service-kit';
import type { Redis } from './create-redis.ts';

/** While the other instances cannot be heard, what they would say is looked up elsewhere, so often. */
const LOOK_MS = 1_000;
/** And for so long after Redis is back: others may find it later, by as much as a connection waits between two tries, and what they said until then did not arrive either. */
const AFTERWARDS_MS = 4_000;

type Work = { redis: Pick<Redis, 'isReady' | 'interruptions'>; work: () => Promise<void>; log: Logger };

/** Does `work` again and again while Redis is away and for a while after, one at a time. @returns how to stop. */
export function whileCutOff({ redis, work, log }: Work): () => void {
  let seen = redis.interruptions();
  let untilMs = -Infinity;
  let isWorking = false;

  const look = async (): Promise<void> => {
    if (!redis.isReady() || redis.interruptions() !== seen) untilMs = performance.now() + AFTERWARDS_MS;
    seen = redis.interruptions();
    if (isWorking || performance.now() > untilMs) return;
    isWorking = true;
    await work().catch((error: unknown) => log.warn({ err: error }, 'what other instances say could not be looked up'));
    isWorking = false;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}
