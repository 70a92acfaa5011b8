import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from './app-error.ts';

export type RateLimit = {
  /** Counts one try of the key; throws `rate_limited` when it is one too many. */
  take: (key: string) => Promise<void>;
  /** Throws `rate_limited` when the key has no try left, without counting one. */
  check: (key: string) => Promise<void>;
};

export type RateLimitOptions = {
  name: string;
  points: number;
  durationSeconds: number;
  /** An ioredis client: the limit then counts over all instances. While Redis is away each process counts for itself. */
  redis?: object | undefined;
};

const tooMany = (waitMs: number): AppError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new AppError('rate_limited', `That was fast. You can go on in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`, {
    retryAfterSeconds: seconds,
  });
};

/** So many tries in a window of time per key. */
export function createRateLimit({ name, points, durationSeconds, redis }: RateLimitOptions): RateLimit {
  const window = { keyPrefix: `limit:${name}`, points, duration: durationSeconds };
  const memory = new RateLimiterMemory(window);
  const limiter = redis
    ? new RateLimiterRedis({ ...window, storeClient: redis, insuranceLimiter: memory, rejectIfRedisNotReady: true })
    : memory;

  return {
    take: async (key) => {
      try {
        await limiter.consume(key);
      } catch (thrown) {
        throw thrown instanceof RateLimiterRes ? tooMany(thrown.msBeforeNext) : thrown;
      }
    },
    check: async (key) => {
      const state = await limiter.get(key);
      if (state && state.consumedPoints >= points) throw tooMany(state.msBeforeNext);
    },
  };
}
