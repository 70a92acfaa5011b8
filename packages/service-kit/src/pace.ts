import { createTokenBuckets } from './token-bucket.ts';

/**
 * How much may be done: `burst` at once, then `perSecond`. A token bucket, which the limits of `rate-limit.ts` cannot say: their library
 * counts in fixed windows, and its bursts come on top of each of them.
 */
export type PaceLimits = { burst: number; perSecond: number };

/** A limit that all instances share, as far as they can speak to each other. */
export type Pace = {
  /** Counts one more of the key; gives the seconds to wait when that is one too many, 0 when it is not. */
  take: (key: string) => Promise<number>;
};

/** The pace of a single process. */
export function createMemoryPace(limits: PaceLimits): Pace {
  const buckets = createTokenBuckets(limits);
  return { take: (key) => Promise.resolve(buckets.take(key, performance.now())) };
}
