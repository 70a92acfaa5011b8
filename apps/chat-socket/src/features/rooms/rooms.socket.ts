import { type Chat, listAllSpaceRooms } from '@metaverse/chat';
import type { ChatClientEvents, SocketHandlers } from '@metaverse/contracts';
import { socketRooms } from '@metaverse/service-kit';
import { type ChatContext, send } from '../../gateway/connection.ts';
import type { OrderedDelivery } from '../messages/ordered-delivery.ts';
import type { TypingMarks } from '../typing/typing-marks.ts';
import { enterRoom } from './enter-room.ts';
import type { Listening } from './listening.ts';

type RoomEvents = Pick<SocketHandlers<ChatClientEvents, ChatContext>, 'join-space' | 'join-room' | 'leave-room'>;
export type RoomDeps = { chat: Chat; listening: Listening; delivery: OrderedDelivery; typing: TypingMarks };

export const roomHandlers = (deps: RoomDeps): RoomEvents => ({
  'join-space': async ({ connection }, { spaceId }) => {
    const rooms = await listAllSpaceRooms(deps.chat, connection.actor(), spaceId);
    await connection.socket.join(socketRooms.space(spaceId));
    return { rooms };
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
