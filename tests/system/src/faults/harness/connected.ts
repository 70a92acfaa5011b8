import type { Socket } from 'socket.io-client';

/** Resolves when the socket is connected. Rejects with what the server refused it for. */
export const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
