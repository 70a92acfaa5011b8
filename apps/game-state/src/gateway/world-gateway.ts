import { worldClientEvents } from '@metaverse/contracts';
import {
  AppError,
  type Authenticate,
  connectionData,
  createTokenBuckets,
  type Logger,
  mapFailure,
  registerHandlers,
  renewToken,
  socketRooms,
} from '@metaverse/service-kit';
import type { Server, Socket } from 'socket.io';
import type { WorldLimits } from '../config.ts';
import { endConnection } from '../features/end-connection.ts';
import type { WorldMetrics } from '../world-metrics.ts';
import type { Connection, WorldDeps } from './connection.ts';
import { createSocketOutlet } from './socket-outlet.ts';
import { worldHandlers } from './world-handlers.ts';

export type GatewayOptions = {
  io: Server;
  world: WorldDeps;
  authenticate: Authenticate;
  limits: WorldLimits;
  metrics: WorldMetrics;
  log: Logger;
};

/** Wires every connection of the world socket to its handlers and limits. */
export const openWorldGateway = (options: GatewayOptions): void => {
  options.io.on('connection', (socket) => accept(socket, options));
};

const accept = (socket: Socket, options: GatewayOptions): void => {
  const { world, log, metrics } = options;
  const connection = connectionOf(socket);
  closeOnFlood(socket, options);
  registerHandlers(socket, {
    catalogue: worldClientEvents,
    handlers: worldHandlers,
    makeContext: () => ({ connection, deps: world, renewToken: (token) => renewToken(socket, token, options.authenticate) }),
    limit: joinLimit(options.limits.joinsPerSecond, world.nowMs),
    toFailure: (thrown) => mapFailure(thrown, log),
    onDropped: () => metrics.dropped.inc(),
  });
  socket.on('disconnect', (reason) => endConnection(world, connection, reason));
};

const connectionOf = (socket: Socket): Connection => ({
  outlet: createSocketOutlet(socket),
  actor: () => connectionData(socket).actor,
  isConnected: () => socket.connected,
  enterRoom: async (spaceId) => {
    await socket.join(worldRooms(socket, spaceId));
  },
  leaveRoom: async (spaceId) => {
    for (const room of worldRooms(socket, spaceId)) await socket.leave(room);
  },
  stay: null,
});

/** By the first everybody inside is reached, by the second this person in this space alone: whoever may not stay is put out by it. */
const worldRooms = (socket: Socket, spaceId: string): string[] => [
  socketRooms.space(spaceId),
  socketRooms.player(spaceId, connectionData(socket).actor.userId),
];

const joinLimit = (perSecond: number, nowMs: () => number): ((event: string) => void) => {
  const buckets = createTokenBuckets({ burst: perSecond, perSecond });
  return (event) => {
    if (event !== 'join') return;
    const waitSeconds = buckets.take(event, nowMs());
    if (waitSeconds === 0) return;
    throw new AppError('rate_limited', 'That was fast. You can go on in a moment.', { retryAfterSeconds: Math.ceil(waitSeconds) });
  };
};

/** Counts what arrives before anything is made of it. */
const closeOnFlood = (socket: Socket, { limits, world, log }: GatewayOptions): void => {
  const buckets = createTokenBuckets({ burst: limits.eventsPerSecond, perSecond: limits.eventsPerSecond });
  socket.onAny(() => {
    if (buckets.take('events', world.nowMs()) === 0) return;
    log.info({ socketId: socket.id }, 'closing a connection that floods');
    socket.disconnect(true);
  });
};
