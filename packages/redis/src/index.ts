export { createRedis, type Redis, type RedisOptions } from './create-redis.ts';
export { createRedisPace } from './create-redis-pace.ts';
export { createRedisPresenceStore, type RedisPresenceOptions } from './create-redis-presence-store.ts';
export { createSocketAdapter } from './create-socket-adapter.ts';
export { whileCutOff } from './while-cut-off.ts';
