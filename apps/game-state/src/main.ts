import { createDb, loadSession } from '@metaverse/db';
import { createRedis, createRedisPresenceStore } from '@metaverse/redis';
import { createAuthenticator, createMemoryPresenceStore, createRemoteKeySet, run } from '@metaverse/service-kit';
import { compose, gameStateConfig, gameStateEnv } from './compose.ts';

await run({
  name: 'game-state',
  env: gameStateEnv,
  open: ({ env, log, metrics, onStop }) => {
    const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
    onStop('database', db.stop);
    const redis = env.REDIS_URL === undefined ? undefined : createRedis({ url: env.REDIS_URL, log });
    if (redis) onStop('redis', redis.stop);
    const presence = redis ? createRedisPresenceStore(redis, { kind: 'game-state', log }) : createMemoryPresenceStore();
    onStop('presence', presence.stop);
    const authenticate = createAuthenticator({ keys: createRemoteKeySet(env.JWKS_URL), loadSession: loadSession(db.pool) });

    return { services: [compose(gameStateConfig(env), { db, authenticate, presence, redis, metrics, log })] };
  },
});
