import { useEffect } from 'react';
import { useChat, useChatState } from './chat-context.ts';
import { rememberSpace } from './last-space.ts';

/** Follows the rooms of a space while it is shown. Gives how far its list has come; undefined before it is asked for. */
export const useFollowedSpace = (spaceId: string) => {
  const chat = useChat();
  useEffect(() => {
    chat.enterSpace(spaceId);
    rememberSpace(spaceId);
    return () => {
      chat.exitSpace(spaceId);
    };
  }, [chat, spaceId]);
  return useChatState(({ spaces }) => spaces[spaceId]);
};
