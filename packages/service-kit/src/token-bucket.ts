/** So many keys are kept before those that are full again are swept out. */
const SWEEP_ABOVE_KEYS = 10_000;

export type TokenBuckets = {
  /** Takes one token of the key; gives the seconds to wait when there is none, 0 when it was taken. */
  take: (key: string, nowMs: number) => number;
};

/** `burst` at once, then `perSecond`; for limits of a single connection or process. */
export function createTokenBuckets({ burst, perSecond }: { burst: number; perSecond: number }): TokenBuckets {
  const buckets = new Map<string, { tokens: number; atMs: number }>();

  const levelAt = (bucket: { tokens: number; atMs: number }, nowMs: number): number =>
    Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1_000) * perSecond);

  const sweep = (nowMs: number): void => {
    for (const [key, bucket] of buckets) if (levelAt(bucket, nowMs) >= burst) buckets.delete(key);
  };

  return {
    take: (key, nowMs) => {
      const bucket = buckets.get(key);
      const tokens = bucket ? levelAt(bucket, nowMs) : burst;
      if (tokens < 1) return (1 - tokens) / perSecond;
      if (!bucket && buckets.size >= SWEEP_ABOVE_KEYS) sweep(nowMs);
      buckets.set(key, { tokens: tokens - 1, atMs: nowMs });
      return 0;
    },
  };
}
