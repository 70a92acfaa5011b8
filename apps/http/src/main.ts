import { createChat, createSocketBroadcaster } from '@metaverse/chat';
import { createDb } from '@metaverse/db';
import { createRedis, createRedisPace, createRedisPresenceStore } from '@metaverse/redis';
import { createMemoryPace, createMemoryPresenceStore, run, VERSION } from '@metaverse/service-kit';
import { createClientlessSockets } from './clientless-sockets.ts';
import { compose, httpConfig, httpEnv, signingKeysOf } from './compose.ts';

await run({
  name: 'http',
  env: httpEnv,
  open: ({ env, log, onStop }) => {
    const keys = signingKeysOf(env);
    const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
    onStop('database', db.stop);
    const redis = env.REDIS_URL === undefined ? undefined : createRedis({ url: env.REDIS_URL, log });
    if (redis) onStop('redis', redis.stop);
    else log.warn('REDIS_URL is unset: what is posted here reaches no socket of another process until its people look again');

    const presence = redis ? createRedisPresenceStore(redis, { kind: 'http', log }) : createMemoryPresenceStore();
    onStop('presence', presence.stop);
    const sockets = createClientlessSockets(redis);
    onStop('sockets', sockets.stop);
    const broadcaster = createSocketBroadcaster({ io: sockets.chat, isClustered: redis !== undefined });
    const pace = { burst: env.LIMIT_MESSAGES_BURST, perSecond: env.LIMIT_MESSAGES };
    const messagePace = redis ? createRedisPace(redis, { name: 'messages', ...pace }) : createMemoryPace(pace);
    const chat = createChat({ db, presence, broadcaster, messagePace, producer: 'http', log });
    onStop('chat', chat.stop);

    const config = httpConfig(env, { version: VERSION, databaseUrl: env.DATABASE_URL });
    return { services: [compose(config, { db, log, presence, keys, chat, sockets, redis })] };
  },
});
