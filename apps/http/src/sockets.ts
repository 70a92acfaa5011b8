/** The least of a Socket.IO server that is needed to reach connections, wherever they are. */
export type SocketBroadcaster = {
  in: (rooms: string | string[]) => {
    emit: (event: string, payload: unknown) => unknown;
    socketsLeave: (rooms: string | string[]) => unknown;
    disconnectSockets: (close?: boolean) => unknown;
  };
};

/** The two servers that people are connected to: in one process their own, split clientless ones on the Redis adapter. */
export type Sockets = { chat: SocketBroadcaster; world: SocketBroadcaster };
