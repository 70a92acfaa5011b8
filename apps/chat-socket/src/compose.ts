import { type Chat, createChat, createSocketBroadcaster } from '@metaverse/chat';
import { SOCKET_PATHS } from '@metaverse/contracts';
import type { Db } from '@metaverse/db';
import { createSocketAdapter, type Redis } from '@metaverse/redis';
import {
  attachSocketServer,
  type Authenticate,
  createSocketServer,
  type Logger,
  type Metrics,
  type PresenceStore,
  type Service,
  socketRooms,
} from '@metaverse/service-kit';
import type { Server } from 'socket.io';
import type { ChatSocketConfig } from './config.ts';
import { createOrderedDelivery } from './features/messages/ordered-delivery.ts';
import { createOnline } from './features/presence/online.ts';
import { createListening } from './features/rooms/listening.ts';
import { createTypingMarks } from './features/typing/typing-marks.ts';
import { acceptConnections } from './gateway/accept-connections.ts';
import { chatHandlers } from './gateway/chat-handlers.ts';
import { createChatMetrics } from './gateway/chat-metrics.ts';
import type { Connection } from './gateway/connection.ts';
import { createEventLimits } from './gateway/event-limits.ts';

export type { ChatLimits, ChatSocketConfig } from './config.ts';
export { chatLimitsEnv, chatSocketConfig, chatSocketEnv } from './env.ts';

/** What chat-socket is handed. */
export type ChatSocketDeps = {
  db: Db;
  authenticate: Authenticate;
  presence: PresenceStore;
  /** Reaches the other instances; without it this is the only one. */
  redis?: Redis | undefined;
  metrics: Metrics;
  log: Logger;
};

/** The service, with the domain and the server that http uses when both run in one process. */
export type ChatSocketService = Service & { chat: Chat; io: Server };

/** Chat over Socket.IO: messages, typing, who listens, who is online. */
export function compose(config: ChatSocketConfig, deps: ChatSocketDeps): ChatSocketService {
  const { db, presence, redis, log, authenticate } = deps;
  const metrics = createChatMetrics(deps.metrics);
  const adapter = redis && createSocketAdapter(redis, 'chat');
  const io = createSocketServer({ path: SOCKET_PATHS.chat, authenticate, allowedOrigins: config.allowedOrigins, adapter, log });

  const connections = new Map<string, Connection>();
  const delivery = createOrderedDelivery({
    emit: (message) => {
      metrics.delivered.inc();
      io.local.to(socketRooms.room(message.roomId)).emit('receive-message', message);
    },
    hasListeners: (roomId) => io.of('/').adapter.rooms.has(socketRooms.room(roomId)),
  });
  const broadcaster = createSocketBroadcaster({
    io,
    isClustered: redis !== undefined,
    local: { deliver: delivery.deliver, evict: (eviction) => listening.evict(connections.values(), eviction) },
  });
  const listening = createListening({ presence, broadcaster, log });
  const typing = createTypingMarks(broadcaster);
  const chat = createChat({ db, presence, broadcaster, producer: 'chat-socket', log });
  const online = createOnline(chat, log);
  const handlers = chatHandlers({ chat, listening, delivery, typing, authenticate });
  acceptConnections({ io, connections, handlers, limits: createEventLimits(config.limits), listening, online, typing, metrics, log });

  let isRunning = false;
  return {
    name: 'chat-socket',
    chat,
    io,
    attach: (server) => attachSocketServer(io, server),
    start: () => {
      isRunning = true;
      return Promise.resolve();
    },
    stop: async () => {
      isRunning = false;
      await chat.stop();
      io.local.disconnectSockets(true);
      for (const part of [typing, listening, online, delivery]) part.stop();
      await io.of('/').adapter.close();
    },
    isReady: () => isRunning,
    checks: {
      postgres: () => db.pool.query('SELECT 1').then(() => ({ status: 'ok' as const })),
      ...(redis ? { redis: redis.check } : {}),
    },
  };
}
