import { eventually } from '@metaverse/test-kit';
import { io, type Socket } from 'socket.io-client';

/** A stock client on one of the socket paths, connected. The caller disconnects it. */
export async function connect(origin: string, path: string, token: string): Promise<Socket> {
  const socket = io(origin, { path, transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true });
  await eventually(() => socket.connected);
  return socket;
}
