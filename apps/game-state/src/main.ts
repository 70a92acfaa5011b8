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
import { compose, gameStateConfig, gameStateEnv } from './compose.ts';

await run(async () => {
  const env = readEnv(gameStateEnv, process.env);
  const log = createLogger({ service: 'game-state', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const metrics = createMetrics();
  const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
  const redis = env.REDIS_URL === undefined ? undefined : createRedis({ url: env.REDIS_URL, log });
  const presence = redis ? createRedisPresenceStore(redis, { kind: 'game-state', log }) : createMemoryPresenceStore();
  const authenticate = createAuthenticator({ keys: createRemoteKeySet(env.JWKS_URL), loadSession: loadSession(db.pool) });

  const service = compose(gameStateConfig(env), { db, authenticate, presence, redis, metrics, log });
  const { HOST, PORT, TRUSTED_PROXIES } = env;
  const host = await hostServices({
    services: [service],
    host: HOST,
    port: PORT,
    log,
    metrics,
    version: VERSION,
    trustedProxies: TRUSTED_PROXIES,
  });
  const stop = async (): Promise<void> => {
    await host.stop();
    await Promise.all([presence.stop(), redis?.stop(), db.stop()]);
  };
  return { host: { ...host, stop }, log };
});
