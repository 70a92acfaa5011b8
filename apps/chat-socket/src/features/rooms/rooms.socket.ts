import { listAllSpaceRooms, loadSpaceStanding } from '@metaverse/chat';
import type { ChatClientEvents, SocketHandlers } from '@metaverse/contracts';
import { socketRooms } from '@metaverse/service-kit';
import { type ChatContext, send } from '../../gateway/connection.ts';
import { enterRoom } from './enter-room.ts';
import type { RoomDeps } from './room-deps.ts';

type RoomEvents = Pick<SocketHandlers<ChatClientEvents, ChatContext>, 'join-space' | 'join-room' | 'leave-room'>;

export const roomHandlers = (deps: RoomDeps): RoomEvents => ({
  'join-space': async ({ connection }, { spaceId }) => {
    await loadSpaceStanding(deps.chat.db.prisma, connection.actor(), spaceId);
    await connection.socket.join(socketRooms.space(spaceId));
    try {
      // [CH4] Asks once more: whoever took the right away in between has not found the connection, and from here on does.
      return { rooms: await listAllSpaceRooms(deps.chat, connection.actor(), spaceId) };
    } catch (error) {
      await connection.socket.leave(socketRooms.space(spaceId));
      throw error;
    }
  },
  'join-room': async ({ connection, hasAck }, { roomId, afterSeq }) => {
    const entered = await enterRoom(deps, connection, { roomId, afterSeq });
    if (!hasAck) send(connection, 'recent-messages', { roomId, messages: entered.messages });
    return entered;
  },
  'leave-room': async ({ connection }, { roomId }) => {
    deps.typing.end(connection, roomId);
    await deps.listening.end(connection, roomId);
    return {};
  },
});
