import type { ChatClientEvents, SocketHandlers } from '@metaverse/contracts';
import { type Authenticate, renewToken } from '@metaverse/service-kit';
import { messageHandlers } from '../features/messages/messages.socket.ts';
import type { RoomDeps } from '../features/rooms/room-deps.ts';
import { roomHandlers } from '../features/rooms/rooms.socket.ts';
import { typingHandlers } from '../features/typing/typing.socket.ts';
import type { ChatContext } from './connection.ts';

export type ChatHandlers = SocketHandlers<ChatClientEvents, ChatContext>;

/** Every event that a client may send, with who answers it. */
export const chatHandlers = (deps: RoomDeps & { authenticate: Authenticate }): ChatHandlers => ({
  authenticate: async ({ connection }, { token }) => {
    await renewToken(connection.socket, token, deps.authenticate);
    return {};
  },
  ...roomHandlers(deps),
  ...messageHandlers(deps.chat, deps.typing),
  ...typingHandlers(deps.typing),
});
