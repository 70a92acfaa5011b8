import { type Chat, markRead, readWindow, sendMessage } from '@metaverse/chat';
import { type ChatClientEvents, PAGE_LIMIT_DEFAULT, type SocketHandlers } from '@metaverse/contracts';
import type { ChatContext } from '../../gateway/connection.ts';
import type { TypingMarks } from '../typing/typing-marks.ts';

type MessageEvents = Pick<SocketHandlers<ChatClientEvents, ChatContext>, 'send-message' | 'get-messages' | 'mark-read'>;

export const messageHandlers = (chat: Chat, typing: TypingMarks): MessageEvents => ({
  'send-message': async ({ connection, yieldTurn }, { roomId, ...draft }) => {
    const sending = sendMessage(chat, connection.actor(), { roomId, draft, correlationId: connection.socket.id });
    connection.pending.add(sending);
    // The writer keeps the order of what it was handed, so the next message need not wait for this one's commit.
    yieldTurn();
    typing.end(connection, roomId);
    try {
      return (await sending).message;
    } finally {
      connection.pending.delete(sending);
    }
  },
  'get-messages': ({ connection }, window) =>
    readWindow(chat, connection.actor(), { ...window, limit: window.limit ?? PAGE_LIMIT_DEFAULT }),
  'mark-read': ({ connection }, mark) => markRead(chat, connection.actor(), mark),
});
