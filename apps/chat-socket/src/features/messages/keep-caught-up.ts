import type { Redis } from '@metaverse/redis';
import type { Logger } from '@metaverse/service-kit';
import type { OrderedDelivery } from './ordered-delivery.ts';

/** While the other instances cannot be heard, their messages come from the database, so often. */
const CATCH_UP_MS = 1_000;

type Deps = { redis: Pick<Redis, 'isReady' | 'interruptions'>; delivery: OrderedDelivery; log: Logger };

/** Looks into the database as long as Redis is away, and once more when it is back. @returns how to stop. */
export function keepCaughtUp({ redis, delivery, log }: Deps): () => void {
  let seen = redis.interruptions();
  const timer = setInterval(() => {
    const isReady = redis.isReady();
    if (isReady && redis.interruptions() === seen) return;
    if (isReady) seen = redis.interruptions();
    delivery.catchUp().catch((error: unknown) => log.warn({ err: error }, 'could not look for messages of other instances'));
  }, CATCH_UP_MS);
  return () => clearInterval(timer);
}
