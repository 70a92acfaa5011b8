import { createSocketAdapter, type Redis } from '@metaverse/redis';
import { Server } from 'socket.io';
import type { Sockets } from './sockets.ts';

export type ClientlessSockets = Sockets & { chat: Server; world: Server; stop: () => Promise<void> };

/** Servers that nobody connects to: over Redis they reach the connections of chat-socket and game-state. */
export function createClientlessSockets(redis: Redis | undefined): ClientlessSockets {
  const make = (name: 'chat' | 'world'): Server =>
    new Server({ serveClient: false, ...(redis ? { adapter: createSocketAdapter(redis, name) } : {}) });
  const [chat, world] = [make('chat'), make('world')];
  return {
    chat,
    world,
    stop: async () => {
      await chat.of('/').adapter.close();
      await world.of('/').adapter.close();
    },
  };
}
