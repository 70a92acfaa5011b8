import { useEffect } from 'react';
import { useChat, useRoom } from './chat-context.ts';
import { isMine } from './room-order.ts';

/** Opens a room that I am in while it is shown. */
export const useOpenRoom = (roomId: string): void => {
  const chat = useChat();
  const room = useRoom(roomId);
  const isIn = room !== undefined && isMine(room);
  useEffect(() => {
    if (!isIn) return;
    chat.openRoom(roomId);
    return () => {
      chat.closeRoom(roomId);
    };
  }, [chat, roomId, isIn]);
};
