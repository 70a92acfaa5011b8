/** Connections that are told something, or moved, wherever they are. */
type Connections = {
  emit: (event: string, payload: unknown) => unknown;
  socketsLeave: (rooms: string | string[]) => unknown;
  disconnectSockets: (close?: boolean) => unknown;
};

/** The least of a Socket.IO server that is needed to reach connections. */
export type SocketBroadcaster = { in: (rooms: string | string[]) => Connections & { except: (rooms: string[]) => Connections } };

/** The two servers that people are connected to: in one process their own, split clientless ones on the Redis adapter. */
export type Sockets = { chat: SocketBroadcaster; world: SocketBroadcaster };
