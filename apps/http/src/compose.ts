import { migrate, seedCatalogue } from '@metaverse/db';
import type { DependencyHealth, Service } from '@metaverse/service-kit';
import { grantFirstAdmin } from './features/accounts/grant-admin.ts';
import { createHttpApp } from './http-app.ts';
import type { HttpConfig, HttpDeps } from './http-context.ts';
import { drawnCatalogue } from './seed/catalogue.ts';

export { type HttpEnv, httpConfig, httpEnv, httpOwnEnv, signingKeysOf } from './env.ts';
export type { HttpConfig, HttpDeps } from './http-context.ts';
export { type DemoAccount, seedDemo } from './seed/seed-demo.ts';
export { loadOrCreateSigningKeys, loadSigningKeys, type SigningKeys } from './signing-keys.ts';
export type { SocketBroadcaster, Sockets } from './sockets.ts';

/**
 * The HTTP service: accounts, spaces, rooms and messages, the catalogue, pictures, the API's description and the web
 * app. Starting brings the database up to date, if it was told so, and the catalogue in. Database, presence, chat and
 * sockets stay the caller's to stop.
 */
export function compose(config: HttpConfig, deps: HttpDeps): Service {
  const { db, log, redis } = deps;
  let isStarted = false;

  return {
    name: 'http',
    handleRequest: createHttpApp(config, deps),
    start: async () => {
      if (config.migrateUrl !== undefined) {
        const applied = await migrate(config.migrateUrl);
        if (applied.length > 0) log.info({ migrations: applied }, 'migrated the database');
      }
      await seedCatalogue(db, drawnCatalogue());
      const admin = await grantFirstAdmin(db.prisma, config.firstAdmin);
      if (admin !== undefined) log.info({ username: admin }, 'made the first admin');
      isStarted = true;
    },
    stop: () => {
      isStarted = false;
      return Promise.resolve();
    },
    isReady: () => isStarted,
    checks: {
      postgres: async (): Promise<DependencyHealth> => {
        await db.pool.query('SELECT 1');
        return { status: 'ok' };
      },
      ...(redis ? { redis: redis.check } : {}),
    },
  };
}
