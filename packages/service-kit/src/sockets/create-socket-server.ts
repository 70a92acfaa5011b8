import type { Server as HttpServer } from 'node:http';
import { SOCKET_FRAME_MAX_BYTES } from '@metaverse/contracts';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import type { Actor, Authenticate } from '../auth/actor.ts';
import { isAllowedOrigin } from '../http/address.ts';
import type { Logger } from '../logger.ts';
import { mapFailure } from '../map-failure.ts';
import { socketRooms } from './rooms.ts';

/** What every connection carries. */
export type ConnectionData = { actor: Actor };

/** Built by `@metaverse/redis`; without one Socket.IO keeps its rooms in memory. */
export type SocketAdapter = NonNullable<ServerOptions['adapter']>;

export type SocketServerOptions = {
  path: string;
  authenticate: Authenticate;
  allowedOrigins: readonly string[];
  adapter?: SocketAdapter | undefined;
  log: Logger;
};

/** A connection that sends nothing is noticed after PING_INTERVAL_MS + PING_TIMEOUT_MS. */
const PING_INTERVAL_MS = 10_000;
const PING_TIMEOUT_MS = 8_000;
/** How long before its end a live socket is asked for a new token. */
const EXPIRY_NOTICE_MS = 60_000;
/** setTimeout counts in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A Socket.IO server of one path, websocket only: checks the origin before the upgrade, authenticates each connection,
 * puts it into the rooms of its person and session, and asks for a new token before the old one ends.
 */
export function createSocketServer(options: SocketServerOptions): Server {
  const { authenticate, log } = options;
  const io = new Server({
    path: options.path,
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: SOCKET_FRAME_MAX_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    allowRequest: (request, decide) => decide(null, isAllowedOrigin(request, options.allowedOrigins)),
    ...(options.adapter ? { adapter: options.adapter } : {}),
  });

  io.use((socket, next) => {
    authenticate(tokenOf(socket.handshake.auth)).then(
      (actor) => {
        setActor(socket, actor);
        next();
      },
      (thrown: unknown) => next(connectError(thrown, log)),
    );
  });
  io.on('connection', (socket) => {
    const { actor } = connectionData(socket);
    void socket.join([socketRooms.user(actor.userId), socketRooms.session(actor.sessionId)]);
    watchExpiry(socket);
  });
  return io;
}

/** Lets a server made above share an HTTP server with others. */
export const attachSocketServer = (io: Server, server: HttpServer): void => {
  io.attach(server);
};

export const connectionData = (socket: Socket): ConnectionData => socket.data as ConnectionData; // set by the middleware above, before any handler

/** Answers `authenticate {token}`: the same person with a fresh token. */
export async function renewToken(socket: Socket, token: string, authenticate: Authenticate): Promise<void> {
  const fresh = await authenticate(token);
  const { actor } = connectionData(socket);
  if (fresh.userId !== actor.userId) {
    socket.disconnect(true);
    return;
  }
  if (fresh.sessionId !== actor.sessionId) {
    await socket.leave(socketRooms.session(actor.sessionId));
    await socket.join(socketRooms.session(fresh.sessionId));
  }
  setActor(socket, fresh);
  watchExpiry(socket);
}

function setActor(socket: Socket, actor: Actor): void {
  socket.data = { ...(socket.data as object), actor };
}

const timers = new WeakMap<Socket, NodeJS.Timeout>();

function watchExpiry(socket: Socket): void {
  const { actor } = connectionData(socket);
  const leftMs = actor.expiresAtMs - Date.now();
  const again = (delayMs: number, act: () => void): void => {
    clearTimeout(timers.get(socket));
    timers.set(socket, setTimeout(act, Math.min(Math.max(0, delayMs), LONGEST_TIMER_MS)));
  };
  again(leftMs - EXPIRY_NOTICE_MS, () => {
    const inSeconds = Math.max(0, Math.round((actor.expiresAtMs - Date.now()) / 1_000));
    socket.emit('auth-expiring', { inSeconds });
    again(actor.expiresAtMs - Date.now(), () => socket.disconnect(true));
  });
  socket.once('disconnect', () => clearTimeout(timers.get(socket)));
}

const tokenOf = (auth: Record<string, unknown>): string | undefined => (typeof auth['token'] === 'string' ? auth['token'] : undefined);

function connectError(thrown: unknown, log: Logger): Error {
  const { code, message } = mapFailure(thrown, log);
  return Object.assign(new Error(code), { data: { code, message } });
}
