import { createMemoryPace, type Pace, type PaceLimits } from '@metaverse/service-kit';
import type { Redis } from './create-redis.ts';

/**
 * A token bucket as a hash of what it held and when, by Redis's clock; one that is full again is forgotten.
 * KEYS bucket; ARGV burst, perSecond. Gives the milliseconds to wait, 0 when a token was taken.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local burst, perMs = tonumber(ARGV[1]), ARGV[2] / 1000
local held = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = burst
if held[1] then tokens = math.min(burst, held[1] + (now - held[2]) * perMs) end
if tokens < 1 then return math.ceil((1 - tokens) / perMs) end
redis.call('HSET', KEYS[1], 'tokens', tokens - 1, 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil((burst - tokens + 1) / perMs))
return 0`;

/** The pace that all instances share. Each counts for itself too: that refuses a flood without a question, and goes on while Redis is away. */
export function createRedisPace(
  { client, keys }: Pick<Redis, 'client' | 'keys'>,
  { name, ...limits }: PaceLimits & { name: string },
): Pace {
  const here = createMemoryPace(limits);
  return {
    take: async (key) => {
      const waitHereSeconds = await here.take(key);
      if (waitHereSeconds > 0) return waitHereSeconds;
      const waitMs = await client.eval(TAKE, 1, keys.pace(name, key), limits.burst, limits.perSecond).catch(() => 0);
      return Number(waitMs) / 1_000;
    },
  };
}
