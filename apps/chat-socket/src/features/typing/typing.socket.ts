import type { ChatClientEvents, SocketHandlers } from '@metaverse/contracts';
import { forbidden } from '@metaverse/service-kit';
import type { ChatContext } from '../../gateway/connection.ts';
import { isListening } from '../rooms/listening.ts';
import type { TypingMarks } from './typing-marks.ts';

type TypingEvents = Pick<SocketHandlers<ChatClientEvents, ChatContext>, 'typing' | 'stop-typing'>;

export const typingHandlers = (typing: TypingMarks): TypingEvents => ({
  typing: ({ connection }, { roomId }) => {
    const username = connection.summary?.username;
    if (username === undefined || !isListening(connection, roomId)) throw forbidden('Join the room before you type in it.');
    typing.begin(connection, { roomId, username });
    return Promise.resolve();
  },
  'stop-typing': ({ connection }, { roomId }) => {
    typing.end(connection, roomId);
    return Promise.resolve();
  },
});
