import { createChat, createSocketBroadcaster } from '@metaverse/chat';
import { createDb } from '@metaverse/db';
import { createRedis, createRedisPresenceStore } from '@metaverse/redis';
import { createLogger, createMemoryPresenceStore, createMetrics, hostServices, readEnv, run, VERSION } from '@metaverse/service-kit';
import { createClientlessSockets } from './clientless-sockets.ts';
import { compose, httpConfig, httpEnv, signingKeysOf } from './compose.ts';

await run(async () => {
  const env = readEnv(httpEnv, process.env);
  const keys = signingKeysOf(env);
  const log = createLogger({ service: 'http', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const metrics = createMetrics();
  const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
  const redis = env.REDIS_URL === undefined ? undefined : createRedis({ url: env.REDIS_URL, log });
  if (!redis) log.warn('REDIS_URL is unset: what is posted here reaches no socket of another process until its people look again');

  const presence = redis ? createRedisPresenceStore(redis, { kind: 'http', log }) : createMemoryPresenceStore();
  const sockets = createClientlessSockets(redis);
  const broadcaster = createSocketBroadcaster({ io: sockets.chat, isClustered: redis !== undefined });
  const chat = createChat({ db, presence, broadcaster, producer: 'http', log });

  const config = httpConfig(env, { version: VERSION, databaseUrl: env.DATABASE_URL });
  const service = compose(config, { db, log, presence, keys, chat, sockets, redis });
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
    await chat.stop();
    await Promise.all([presence.stop(), sockets.stop()]);
    await Promise.all([redis?.stop(), db.stop()]);
  };
  return { host: { ...host, stop }, log };
});
