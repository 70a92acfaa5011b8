import { type Chat, createChat, createSocketBroadcaster, lastSeqs, listPeople, queryWindow } from '@metaverse/chat';
import { REPLAY_PAGE_MAX, SOCKET_PATHS } from '@metaverse/contracts';
import type { Db } from '@metaverse/db';
import { createRedisPace, createSocketAdapter, type Redis, whileCutOff } from '@metaverse/redis';
import {
  attachSocketServer,
  type Authenticate,
  createMemoryPace,
  createSocketServer,
  dropConnections,
  type Logger,
  type Metrics,
  type Pace,
  type PresenceStore,
  type Service,
  socketRooms,
} from '@metaverse/service-kit';
import type { Server } from 'socket.io';
import type { ChatLimits, ChatSocketConfig } from './config.ts';
import { createOrderedDelivery, type OrderedDelivery } from './features/messages/ordered-delivery.ts';
import { createOnline } from './features/presence/online.ts';
import { createListening } from './features/rooms/listening.ts';
import { putOutStrangers } from './features/rooms/put-out-strangers.ts';
import { createTypingMarks } from './features/typing/typing-marks.ts';
import { acceptConnections } from './gateway/accept-connections.ts';
import { chatHandlers } from './gateway/chat-handlers.ts';
import { type ChatMetrics, createChatMetrics } from './gateway/chat-metrics.ts';
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
  const io = chatServer(config, deps);

  const connections = new Map<string, Connection>();
  const delivery = deliveryOver(io, { db, metrics, log });
  const broadcaster = createSocketBroadcaster({
    io,
    isClustered: redis !== undefined,
    local: { deliver: delivery.deliver, evict: (eviction) => listening.evict(connections.values(), eviction) },
  });
  const listening = createListening({ presence, listPeople: (ids) => listPeople({ db }, ids), broadcaster, log });
  const typing = createTypingMarks(broadcaster);
  const messagePace = messagePaceOf(config.limits, redis);
  const chat = createChat({ db, presence, broadcaster, messagePace, producer: 'chat-socket', log });
  const online = createOnline(chat, log);
  const handlers = chatHandlers({ chat, listening, delivery, typing, authenticate });
  const limits = createEventLimits(config.limits, chat.messageLimit);
  acceptConnections({ io, connections, handlers, limits, listening, online, typing, metrics, log });
  presence.onLost((entries) => {
    Promise.all([listening.lost(entries), online.lost(entries)]).catch((error: unknown) =>
      log.warn({ err: error }, 'could not tell of people whose instance died'),
    );
  });

  let isRunning = false;
  let stopCatchingUp: () => void = () => undefined;
  return {
    name: 'chat-socket',
    chat,
    io,
    attach: (server) => attachSocketServer(io, server),
    start: async () => {
      await redis?.settled();
      // Who was removed first: they hear nothing of what is caught up.
      const catchUp = (): Promise<void> => putOutStrangers({ chat, connections, listening }).then(delivery.catchUp);
      if (redis) stopCatchingUp = whileCutOff({ redis, work: catchUp, log });
      isRunning = true;
    },
    stop: async () => {
      isRunning = false;
      await chat.stop();
      stopCatchingUp();
      dropConnections(io);
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

function chatServer({ allowedOrigins }: ChatSocketConfig, { authenticate, redis, log }: ChatSocketDeps): Server {
  const adapter = redis && createSocketAdapter(redis, 'chat');
  return createSocketServer({ path: SOCKET_PATHS.chat, authenticate, allowedOrigins, adapter, log });
}

function messagePaceOf({ messagesBurst: burst, messagesPerSecond: perSecond }: ChatLimits, redis: Redis | undefined): Pace {
  return redis ? createRedisPace(redis, { name: 'messages', burst, perSecond }) : createMemoryPace({ burst, perSecond });
}

/** Messages to the connections of this process, in the order of `seq`. */
function deliveryOver(io: Server, { db, metrics, log }: { db: Db; metrics: ChatMetrics; log: Logger }): OrderedDelivery {
  const { adapter } = io.of('/');
  const delivery = createOrderedDelivery({
    emit: (message) => {
      metrics.delivered.inc();
      io.local.to(socketRooms.room(message.roomId)).emit('receive-message', message);
    },
    hasListeners: (roomId) => adapter.rooms.has(socketRooms.room(roomId)),
    load: async (roomId, afterSeq) => (await queryWindow(db.pool, roomId, { afterSeq, limit: REPLAY_PAGE_MAX })).messages,
    lastSeqs: (roomIds) => lastSeqs({ db }, roomIds),
    log,
  });
  const prefix = socketRooms.room('');
  adapter.on('delete-room', (name: string) => {
    if (name.startsWith(prefix)) delivery.forget(name.slice(prefix.length));
  });
  return delivery;
}
