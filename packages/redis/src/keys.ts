/** Every key and channel that we use in Redis, as `area:kind:id`; `prefix` keeps installations and tests apart. */
export const redisKeys = (prefix: string) =>
  ({
    /** Hash: how many connections a person has at the place, by user id. */
    people: (place: string): string => `${prefix}presence:people:${place}`,
    /** Set: what one instance entered, as JSON of `[place, userId, connectionId]`. */
    entries: (instanceId: string): string => `${prefix}presence:entries:${instanceId}`,
    /** Sorted set: when each instance of a kind last gave a sign of life, in milliseconds since 1970 by Redis's clock. */
    instances: (kind: string): string => `${prefix}presence:instances:${kind}`,
    /** Hash: what is left of a key's allowance, and when that was, in milliseconds since 1970 by Redis's clock. */
    pace: (name: string, key: string): string => `${prefix}pace:${name}:${key}`,
    /** Channels of one Socket.IO server's adapter. */
    socketChannels: (server: string): string => `${prefix}socket:${server}`,
  }) as const;

export type RedisKeys = ReturnType<typeof redisKeys>;
