import { SOCKET_PATHS } from '@metaverse/contracts';
import { type Db, newId } from '@metaverse/db';
import { createSocketAdapter, type Redis, whileCutOff } from '@metaverse/redis';
import {
  attachSocketServer,
  type Authenticate,
  createLifecycle,
  createSocketServer,
  type DependencyHealth,
  dropConnections,
  type Logger,
  type Metrics,
  places,
  type PresenceStore,
  type Service,
} from '@metaverse/service-kit';
import type { Server } from 'socket.io';
import type { GameStateConfig } from './config.ts';
import { putOutStrangers } from './gateway/put-out-strangers.ts';
import { openWorldGateway } from './gateway/world-gateway.ts';
import type { DirectoryOptions } from './ownership/space-directory.ts';
import { SpaceDirectory } from './ownership/space-directory.ts';
import { repeat } from './repeat.ts';
import { loadVisitor } from './spaces/load-visitor.ts';
import { createTickLoop } from './tick-loop.ts';
import { createWorldMetrics } from './world-metrics.ts';

export type { GameStateConfig, WorldLimits } from './config.ts';
export { gameStateConfig, gameStateEnv, worldLimitsEnv } from './env.ts';

/** What game-state is handed. */
export type GameStateDeps = {
  db: Db;
  authenticate: Authenticate;
  presence: PresenceStore;
  /** Lets others reach the world's connections by room; without it this is the only instance. */
  redis?: Redis | undefined;
  metrics: Metrics;
  log: Logger;
};

/** The world's service, and its Socket.IO server for those who address connections by room. */
export type GameStateService = Service & { readonly io: Server };

/** Five renewals fit into a lease; an owner that is asked to hand over notices within one. */
const RENEW_PAUSE_MS = 1_000;
const SNAPSHOT_PAUSE_MS = 1_000;

/** Monotonic, and it goes on while the process is paused. */
const nowMs = (): number => performance.now();

const presenceOf =
  ({ presence, log }: GameStateDeps, owner: string): DirectoryOptions['presence'] =>
  (spaceId) => {
    // One avatar per person and space, so the owner of the space is connection enough. A store that is away is no reason not to walk.
    const entryOf = (userId: string) => ({ place: places.space(spaceId), userId, connectionId: `${owner}:${spaceId}` });
    const warn = (error: unknown): void => log.warn({ err: error }, 'could not tell who is in a space');
    return {
      onEnter: (userId) => void presence.enter(entryOf(userId)).catch(warn),
      onLeave: (userId) => void presence.leave(entryOf(userId)).catch(warn),
    };
  };

/** The authoritative world: who is where in the spaces that this process serves. */
export const compose = (config: GameStateConfig, deps: GameStateDeps): GameStateService => {
  const { db, log, authenticate, redis } = deps;
  const { limits, allowedOrigins } = config;
  const owner = `${config.serviceId}:${newId()}`;
  const metrics = createWorldMetrics(deps.metrics);
  const lifecycle = createLifecycle(log);
  const directory = new SpaceDirectory({ pool: db.pool, owner, log, metrics, nowMs, presence: presenceOf(deps, owner) });
  const ticks = createTickLoop(nowMs, (number) => directory.tick(number));
  const adapter = redis && createSocketAdapter(redis, 'world');
  const io = createSocketServer({ path: SOCKET_PATHS.world, authenticate, allowedOrigins, adapter, log });
  const world = {
    directory,
    loadVisitor: (userId: string, spaceId: string) => loadVisitor(db.pool, userId, spaceId),
    nowMs,
    currentTick: ticks.current,
  };
  openWorldGateway({ io, world, authenticate, limits, metrics, log });
  let isRunning = false;

  return {
    name: 'game-state',
    io,
    attach: (server) => attachSocketServer(io, server),
    start: async () => {
      await db.pool.query('SELECT 1');
      // Stopped in the reverse order: spaces are given up first, and leases are renewed until then.
      lifecycle.onStop('connections', () => endConnections(io));
      lifecycle.onStop('ticks', ticks.stop);
      lifecycle.onStop('leases', repeat(RENEW_PAUSE_MS, () => directory.renew()).stop);
      lifecycle.onStop('snapshots', repeat(SNAPSHOT_PAUSE_MS, () => directory.save()).stop);
      lifecycle.onStop('spaces', () => directory.stop());
      if (redis) lifecycle.onStop('strangers', whileCutOff({ redis, work: () => putOutStrangers(io, db.pool), log }));
      ticks.start();
      isRunning = true;
    },
    stop: async () => {
      isRunning = false;
      await lifecycle.stop();
    },
    isReady: () => isRunning,
    checks: { postgres: () => checkPostgres(db), ...(redis ? { redis: redis.check } : {}) },
  };
};

/** Ends what is still connected; the HTTP server is whoever made it's to close. */
const endConnections = async (io: Server): Promise<void> => {
  dropConnections(io);
  await io.of('/').adapter.close();
};

const checkPostgres = async (db: Db): Promise<DependencyHealth> => {
  await db.pool.query('SELECT 1');
  return { status: 'ok' };
};
