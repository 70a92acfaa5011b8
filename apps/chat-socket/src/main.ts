import { createDb, loadSession } from '@metaverse/db';
import { createRedis, createRedisPresenceStore } from '@metaverse/redis';
import {
  createAuthenticator,
  createLogger,
  createMemoryPresenceStore,
  createMetrics,
  createRemoteKeySet,
  hostServices,
  readEnv,
  run,
  VERSION,
} from '@metaverse/service-kit';
import { chatSocketConfig, chatSocketEnv, compose } from './compose.ts';

await run(async () => {
  const env = readEnv(chatSocketEnv, process.env);
  const log = createLogger({ service: 'chat-socket', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const metrics = createMetrics();
  const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
  const redis = env.REDIS_URL === undefined ? undefined : createRedis({ url: env.REDIS_URL, log });
  const presence = redis ? createRedisPresenceStore(redis, { kind: 'chat-socket', log }) : createMemoryPresenceStore();
  const authenticate = createAuthenticator({ keys: createRemoteKeySet(env.JWKS_URL), loadSession: loadSession(db.pool) });

  const service = compose(chatSocketConfig(env), { db, authenticate, presence, redis, metrics, log });
  const connections = { stop: () => Promise.all([presence.stop(), redis?.stop(), db.stop()]) };
  const host = await hostServices({
    services: [service],
    host: env.HOST,
    port: env.PORT,
    log,
    metrics,
    version: VERSION,
    trustedProxies: env.TRUSTED_PROXIES,
  });
  return {
    host: {
      ...host,
      stop: () =>
        host
          .stop()
          .then(connections.stop)
          .then(() => undefined),
    },
    log,
  };
});
