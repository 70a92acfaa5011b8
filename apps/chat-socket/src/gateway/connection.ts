import type { ChatServerEvents, ListenerMap, UserSummary } from '@metaverse/contracts';
import { type Actor, connectionData, type EventTurn } from '@metaverse/service-kit';
import type { Socket } from 'socket.io';

type ServerEvents = ListenerMap<ChatServerEvents>;

/** One person's connection, and what is known of it beside its socket. */
export type Connection = {
  socket: Socket;
  /** Who acts; asked anew, because a token may have been renewed. */
  actor: () => Actor;
  /** How the person was last shown; set when they first listen somewhere. */
  summary: UserSummary | undefined;
  /** Messages that were handed to the writer and not answered yet. */
  pending: Set<Promise<unknown>>;
};

/** What a handler works with for one event. */
export type ChatContext = EventTurn & { connection: Connection };

export const createConnection = (socket: Socket): Connection => ({
  socket,
  actor: () => connectionData(socket).actor,
  summary: undefined,
  pending: new Set(),
});

/** Sends a fact of the catalogue to one connection. */
export const send = <E extends keyof ServerEvents>({ socket }: Connection, event: E, payload: Parameters<ServerEvents[E]>[0]): void =>
  void socket.emit(event, payload);
