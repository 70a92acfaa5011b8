import type { Server as HttpServer } from 'node:http';
import { SOCKET_FRAME_MAX_BYTES } from '@metaverse/contracts';
import { Server, type ServerOptions, type Socket } from 'socket.io';
import { AppError } from '../app-error.ts';
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
/** So often a connection may say who it is before it counts as an attack: each try costs a signature and a look at the database. */
const HANDSHAKES_MAX = 10;
/** How long before its end a live socket is asked for a new token; of one that lives shorter still, after half of its life. */
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

  const mayTry = handshakeLimit();
  io.use((socket, next) => {
    if (!mayTry(socket)) {
      socket.conn.close(true);
      return;
    }
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
    confirmSession(socket, authenticate);
    watchExpiry(socket);
    socket.once('disconnect', () => clearTimeout(timers.get(socket)));
  });
  return io;
}

/** Asks once more: whoever ended the session after the first look, and before the connection was in its rooms, has not found it. */
function confirmSession(socket: Socket, authenticate: Authenticate): void {
  authenticate(tokenOf(socket.handshake.auth)).catch((thrown: unknown) => {
    const isRefused = thrown instanceof AppError && thrown.code !== 'unavailable';
    if (isRefused) socket.disconnect(true);
    // It cannot be told now: the client comes back by itself.
    else socket.conn.close();
  });
}

/** Lets a server made above share an HTTP server with others. */
export const attachSocketServer = (io: Server, server: HttpServer): void => {
  io.attach(server);
};

/** Ends this process's connections after what was sent to them. Clients of Socket.IO come back by themselves, which they do not when they are disconnected. */
export const dropConnections = (io: Server): void => {
  for (const { conn } of io.of('/').sockets.values()) conn.close();
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
    await socket.join(socketRooms.session(fresh.sessionId));
    // Whoever ended the new session meanwhile has not found the connection.
    await authenticate(token);
    await socket.leave(socketRooms.session(actor.sessionId));
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
  again(leftMs - Math.min(EXPIRY_NOTICE_MS, leftMs / 2), () => {
    const inSeconds = Math.max(0, Math.round((actor.expiresAtMs - Date.now()) / 1_000));
    socket.emit('auth-expiring', { inSeconds });
    again(actor.expiresAtMs - Date.now(), () => socket.disconnect(true));
  });
}

/** Counts the handshakes of each connection, of which one that is refused may try again. */
function handshakeLimit(): (socket: Socket) => boolean {
  const tries = new WeakMap<object, number>();
  return ({ conn }) => {
    const count = (tries.get(conn) ?? 0) + 1;
    tries.set(conn, count);
    return count <= HANDSHAKES_MAX;
  };
}

const tokenOf = (auth: Record<string, unknown>): string | undefined => (typeof auth['token'] === 'string' ? auth['token'] : undefined);

function connectError(thrown: unknown, log: Logger): Error {
  const { code, message } = mapFailure(thrown, log);
  return Object.assign(new Error(code), { data: { code, message } });
}
