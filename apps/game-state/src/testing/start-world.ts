import { createServer } from 'node:http';
import { type MoveRejection, type Player, type Reply, type RosterPerson, SOCKET_PATHS } from '@metaverse/contracts';
import type { Db } from '@metaverse/db';
import type { Redis } from '@metaverse/redis';
import {
  type Authenticate,
  createMemoryPresenceStore,
  createMetrics,
  type Metrics,
  type PresenceStore,
  silentLogger,
  unauthenticated,
} from '@metaverse/service-kit';
import { eventually, listenOnFreePort } from '@metaverse/test-kit';
import { createFrameReader, type FrameFacts } from '@metaverse/world-core';
import { io as connect, type Socket } from 'socket.io-client';
import { compose, type GameStateService, type WorldLimits } from '../compose.ts';

/** In these tests a token is the id of its person. */
const authenticate: Authenticate = (token) => {
  if (!token) return Promise.reject(unauthenticated('Sign in first.'));
  return Promise.resolve({ userId: token, role: 'user', sessionId: token, expiresAtMs: Date.now() + 3_600_000 });
};

export type WorldOnPort = {
  service: GameStateService;
  presence: PresenceStore;
  url: string;
  connect: (userId: string) => Promise<WorldClient>;
  /** The value of one of this instance's counters or gauges. */
  figure: (name: string, labels?: Record<string, string>) => Promise<number>;
  stop: () => Promise<void>;
};

export type StartOptions = { db: Db; limits?: Partial<WorldLimits>; redis?: Redis };

/** One game-state instance on a free port. */
export async function startWorld({ db, limits, redis }: StartOptions): Promise<WorldOnPort> {
  const metrics = createMetrics();
  const presence = createMemoryPresenceStore();
  const config = { serviceId: 'test', allowedOrigins: [], limits: { joinsPerSecond: 10, eventsPerSecond: 500, ...limits } };
  const service = compose(config, { db, authenticate, presence, redis, metrics, log: silentLogger() });
  const server = createServer();
  service.attach?.(server);
  await service.start();
  const port = await listenOnFreePort(server);
  const clients: WorldClient[] = [];

  return {
    service,
    presence,
    url: `http://127.0.0.1:${port}`,
    connect: async (userId) => {
      const client = await connectClient(port, userId);
      clients.push(client);
      return client;
    },
    figure: (name, labels = {}) => readFigure(metrics, name, labels),
    stop: async () => {
      for (const { socket } of clients) socket.disconnect();
      await service.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

const readFigure = async (metrics: Metrics, name: string, labels: Record<string, string>): Promise<number> => {
  const { values = [] } = (await metrics.getSingleMetric(name)?.get()) ?? {};
  const matching = values.filter((each) => Object.entries(labels).every(([key, value]) => each.labels[key] === value));
  return matching.reduce((sum, { value }) => sum + value, 0);
};

type Joined = {
  self: Player;
  players: Player[];
  space: { id: string; width: number; height: number; tileSize: number; mapVersion: number };
  tick: number;
  tickMs: number;
};

export type WorldClient = {
  socket: Socket;
  /** Every event so far, frames as what they tell. */
  heard: { event: string; payload: unknown }[];
  of: <T = unknown>(event: string) => T[];
  frames: () => FrameFacts[];
  rejections: () => { seq: number | null; x: number; y: number; reason: MoveRejection }[];
  /** Everybody in view, as the frames told it. */
  inView: () => Map<string, Player>;
  bytes: () => number;
  /** Resolves with the ack's data; rejects with an error of the ack's code. */
  ask: <T = unknown>(event: string, payload?: unknown) => Promise<T>;
  join: (spaceId: string, encoding?: 'binary' | 'json') => Promise<Joined>;
  roster: () => Promise<RosterPerson[]>;
};

async function connectClient(port: number, userId: string): Promise<WorldClient> {
  const socket = connect(`http://127.0.0.1:${port}`, {
    path: SOCKET_PATHS.world,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token: userId },
  });
  const heard: WorldClient['heard'] = [];
  let reader = createFrameReader();
  let bytes = 0;
  socket.onAny((event: string, payload: unknown) => {
    const isFrame = event === 'frame' && payload instanceof Uint8Array;
    if (isFrame) bytes += payload.length;
    heard.push({ event, payload: isFrame ? reader.read(payload) : payload });
  });
  await eventually(() => socket.connected);

  const ask = async <T>(event: string, payload: unknown = {}): Promise<T> => {
    const reply: Reply<T> = await socket.timeout(12_000).emitWithAck(event, payload);
    if (reply.ok) return reply.data;
    throw new Error(reply.error.code);
  };
  // The test names the shape that it expects of the event.
  const of = <T>(event: string): T[] => heard.filter((each) => each.event === event).map(({ payload }) => payload as T);
  return {
    socket,
    heard,
    of,
    frames: () => of<FrameFacts>('frame'),
    rejections: () => of('movement-rejected'),
    inView: () => new Map(reader.players().map((player) => [player.userId, player])),
    bytes: () => bytes,
    ask,
    join: (spaceId, encoding = 'binary') => {
      reader = createFrameReader();
      return ask<Joined>('join', { spaceId, encoding });
    },
    roster: async () => (await ask<{ people: RosterPerson[] }>('roster')).people,
  };
}
