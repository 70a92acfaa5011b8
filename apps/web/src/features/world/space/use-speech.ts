import { useEffect } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import type { WorldView } from '../scene/world-view.ts';

/** What is said in the rooms of a space is seen over the heads of those who say it. */
export function useSpeech(view: WorldView | null, spaceId: string): void {
  const chat = useChat();
  useEffect(() => {
    if (!view) return;
    return chat.onMessage(({ roomId, senderId, type, content }) => {
      const room = chat.store.getSnapshot().rooms[roomId]?.room;
      if (room?.spaceId === spaceId && type === 'text') view.say(senderId, content);
    });
  }, [chat, view, spaceId]);
}
