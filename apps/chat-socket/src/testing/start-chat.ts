import { createServer } from 'node:http';
import { type Chatroom, type Message, type Reply, SOCKET_PATHS } from '@metaverse/contracts';
import type { Db } from '@metaverse/db';
import { createRedis, createRedisPresenceStore } from '@metaverse/redis';
import {
  type Authenticate,
  createMemoryPresenceStore,
  createMetrics,
  type Metrics,
  silentLogger,
  unauthenticated,
} from '@metaverse/service-kit';
import { eventually, listenOnFreePort } from '@metaverse/test-kit';
import { io as connect, type Socket } from 'socket.io-client';
import { type ChatLimits, type ChatSocketService, compose } from '../compose.ts';

/** Above what any test sends without meaning to. */
const WIDE_LIMITS: ChatLimits = {
  messagesBurst: 10_000,
  messagesPerSecond: 10_000,
  typingPerSecond: 1_000,
  joinsPerSecond: 1_000,
  eventsPerSecond: 10_000,
};

/** In these tests a token is the id of its person. */
const authenticate: Authenticate = (token) => {
  if (!token) return Promise.reject(unauthenticated('Sign in first.'));
  return Promise.resolve({ userId: token, role: 'user', sessionId: token, expiresAtMs: Date.now() + 3_600_000 });
};

export type ChatOnPort = {
  service: ChatSocketService;
  metrics: Metrics;
  connect: (userId: string) => Promise<ChatClient>;
  stop: () => Promise<void>;
};

export type StartOptions = { db: Db; redis?: { url: string; prefix: string }; limits?: Partial<ChatLimits> };

/** One chat-socket instance on a free port; with `redis` it finds the others that were given the same. */
export async function startChat({ db, redis: place, limits }: StartOptions): Promise<ChatOnPort> {
  const log = silentLogger();
  const metrics = createMetrics();
  const redis = place && createRedis({ ...place, log });
  const presence = redis ? createRedisPresenceStore(redis, { kind: 'chat-socket', log }) : createMemoryPresenceStore();
  const config = { allowedOrigins: [], limits: { ...WIDE_LIMITS, ...limits } };
  const service = compose(config, { db, authenticate, presence, redis, metrics, log });
  const server = createServer();
  service.attach?.(server);
  await service.start();
  const port = await listenOnFreePort(server);
  const clients: ChatClient[] = [];

  return {
    service,
    metrics,
    connect: async (userId) => {
      const client = await connectClient(port, userId);
      clients.push(client);
      return client;
    },
    stop: async () => {
      for (const { socket } of clients) socket.disconnect();
      await service.stop();
      await presence.stop();
      await redis?.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

export type JoinedRoom = { room: Chatroom; messages: Message[]; lastSeq: number; members: { id: string }[]; hasMore: boolean };

/** A stock client that keeps what it was sent. */
export type ChatClient = {
  socket: Socket;
  heard: { event: string; payload: unknown }[];
  /** The payloads of one event so far. */
  of: <T = unknown>(event: string) => T[];
  /** Resolves with the ack's data; rejects with an error of the ack's code. */
  ask: <T = unknown>(event: string, payload?: unknown) => Promise<T>;
};

async function connectClient(port: number, userId: string): Promise<ChatClient> {
  const socket = connect(`http://127.0.0.1:${port}`, {
    path: SOCKET_PATHS.chat,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token: userId },
  });
  const heard: ChatClient['heard'] = [];
  socket.onAny((event: string, payload: unknown) => void heard.push({ event, payload }));
  await eventually(() => socket.connected);
  return {
    socket,
    heard,
    // The test names the shape that it expects of the event.
    of: <T>(event: string) => heard.filter((each) => each.event === event).map(({ payload }) => payload as T),
    ask: async <T>(event: string, payload: unknown = {}) => {
      const reply: Reply<T> = await socket.timeout(5_000).emitWithAck(event, payload);
      if (reply.ok) return reply.data;
      throw new Error(reply.error.code);
    },
  };
}
