import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChat, createSocketBroadcaster } from '@metaverse/chat';
import { SOCKET_PATHS } from '@metaverse/contracts';
import { loadSession, type Db } from '@metaverse/db';
import {
  attachSocketServer,
  createAuthenticator,
  createMemoryPace,
  createMemoryPresenceStore,
  createMetrics,
  createSocketServer,
  createStaticKeySet,
  hostServices,
  type PresenceStore,
  type Service,
  silentLogger,
  socketRooms,
} from '@metaverse/service-kit';
import { createTestDatabase } from '@metaverse/test-kit';
import type { Server } from 'socket.io';
import { compose, type HttpConfig } from '../compose.ts';
import { loadOrCreateSigningKeys } from '../signing-keys.ts';

/** Beside the service's own, those of its chat. */
type TestLimits = { messagesBurst: number; messages: number };

export type TestHttp = {
  origin: string;
  db: Db;
  presence: PresenceStore;
  chatServer: Server;
  worldServer: Server;
  stop: () => Promise<void>;
};

const generous: HttpConfig['limits'] & TestLimits = {
  signUps: 10_000,
  loginFailures: 10_000,
  loginFailuresPerAddress: 10_000,
  requests: 100_000,
  messagesBurst: 10_000,
  messages: 10_000,
};

/** The whole service on a free port and a database of its own, with real socket servers beside it. */
export async function startHttp(
  config: Partial<Omit<HttpConfig, 'limits'>> & { limits?: Partial<HttpConfig['limits'] & TestLimits> } = {},
): Promise<TestHttp> {
  const dir = mkdtempSync(join(tmpdir(), 'http-test-'));
  const database = await createTestDatabase();
  const { db } = database;
  const keys = loadOrCreateSigningKeys(dir);
  const log = silentLogger();
  const authenticate = createAuthenticator({ keys: createStaticKeySet(keys.jwks), loadSession: loadSession(db.pool) });
  const sockets = {
    chat: createSocketServer({ path: SOCKET_PATHS.chat, authenticate, allowedOrigins: [], log }),
    world: createSocketServer({ path: SOCKET_PATHS.world, authenticate, allowedOrigins: [], log }),
  };
  const presence = createMemoryPresenceStore();
  const broadcaster = createSocketBroadcaster({
    io: sockets.chat,
    isClustered: false,
    local: {
      deliver: (message) => void sockets.chat.to(socketRooms.room(message.roomId)).emit('receive-message', message),
      evict: ({ userId, roomIds }) => {
        sockets.chat.in(socketRooms.user(userId)).socketsLeave(roomIds.map(socketRooms.room));
        return Promise.resolve();
      },
    },
  });
  const { limits: given, ...own } = config;
  const { messagesBurst, messages, ...limits } = { ...generous, ...given };
  const messagePace = createMemoryPace({ burst: messagesBurst, perSecond: messages });
  const chat = createChat({ db, presence, broadcaster, messagePace, producer: 'http', log });
  const http = compose(
    {
      version: '0.0.0',
      allowedOrigins: [],
      webDist: join(dir, 'dist'),
      accessTokenTtlSeconds: 900,
      passwordCost: 10,
      firstAdmin: undefined,
      migrateUrl: undefined,
      ...own,
      limits,
    },
    { db, log, presence, keys, chat, sockets },
  );
  const services = [http, socketService('chat', sockets.chat), socketService('world', sockets.world)];
  const host = await hostServices({
    services,
    host: '127.0.0.1',
    port: 0,
    log,
    metrics: createMetrics(),
    trustedProxies: ['loopback'],
  });

  return {
    origin: `http://127.0.0.1:${host.port}`,
    db,
    presence,
    chatServer: sockets.chat,
    worldServer: sockets.world,
    stop: async () => {
      await host.stop();
      await chat.stop();
      await database.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const socketService = (name: string, io: Server): Service => ({
  name,
  attach: (server) => attachSocketServer(io, server),
  start: () => Promise.resolve(),
  stop: () => io.close(),
  isReady: () => true,
  checks: {},
});
