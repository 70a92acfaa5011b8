import { useEffect } from 'react';
import { useChat, useRoom } from './chat-context.ts';

/** Opens a room in which I am a member while it is shown. */
export const useOpenRoom = (roomId: string): void => {
  const chat = useChat();
  const isMember = (useRoom(roomId)?.room.myRole ?? null) !== null;
  useEffect(() => {
    if (!isMember) return;
    chat.openRoom(roomId);
    return () => {
      chat.closeRoom(roomId);
    };
  }, [chat, roomId, isMember]);
};
