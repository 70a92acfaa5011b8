import { chatAlternateEvents, type ChatClientEvents, chatClientEvents } from '@metaverse/contracts';
import { type AppError, type Logger, mapFailure, registerHandlers, roomIdsAmong } from '@metaverse/service-kit';
import type { Server } from 'socket.io';
import type { Listening } from '../features/rooms/listening.ts';
import type { Online } from '../features/presence/online.ts';
import type { TypingMarks } from '../features/typing/typing-marks.ts';
import type { ChatHandlers } from './chat-handlers.ts';
import type { ChatMetrics } from './chat-metrics.ts';
import { type Connection, createConnection } from './connection.ts';
import type { EventLimits } from './event-limits.ts';
import { observed } from './observed.ts';
import { toCanonical } from './to-canonical.ts';

export type GatewayDeps = {
  io: Server;
  connections: Map<string, Connection>;
  handlers: ChatHandlers;
  limits: EventLimits;
  listening: Listening;
  online: Online;
  typing: TypingMarks;
  metrics: ChatMetrics;
  log: Logger;
};

/** Takes connections in, gives each its handlers and limits, and clears up after it. */
export function acceptConnections(deps: GatewayDeps): void {
  const { io, connections, limits, metrics } = deps;
  const handlers = observed(deps.handlers, metrics);

  io.on('connection', (socket) => {
    const connection = createConnection(socket);
    const log = deps.log.child({ connectionId: socket.id, userId: connection.actor().userId });
    connections.set(socket.id, connection);
    metrics.connections.inc();

    closeWhenFlooding(connection, limits, log);
    registerHandlers<ChatClientEvents, Parameters<ChatHandlers['typing']>[0]>(socket, {
      catalogue: chatClientEvents,
      handlers,
      makeContext: (turn) => ({ ...turn, connection }),
      alternates: { names: chatAlternateEvents, toCanonical },
      limit: (event) => limits.take(connection, event),
      toFailure: (thrown) => mapFailure(thrown, log),
      onDropped: (event: string, failure: AppError) => metrics.dropped.inc({ event, code: failure.code }),
    });

    deps.online.begin(connection).catch((error: unknown) => log.warn({ err: error }, 'could not note that somebody came online'));
    socket.once('disconnecting', () => forget(deps, connection));
  });
}

function closeWhenFlooding(connection: Connection, limits: EventLimits, log: Logger): void {
  const { socket } = connection;
  socket.onAny(() => {
    if (limits.admits(connection)) return;
    log.info('closed a connection that sent too many events');
    socket.disconnect(true);
  });
}

/** While it disconnects a socket still knows the rooms that it was in. */
function forget({ connections, typing, listening, online, metrics }: GatewayDeps, connection: Connection): void {
  typing.endAll(connection);
  listening.dropped(connection, roomIdsAmong(connection.socket.rooms, 'room'));
  online.dropped(connection);
  connections.delete(connection.socket.id);
  metrics.connections.dec();
}
