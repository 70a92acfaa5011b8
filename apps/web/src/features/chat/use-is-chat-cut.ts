import { useOnline } from '../../lib/use-online.ts';
import { useChatState } from './chat-context.ts';

/** Whether the chat has no connection. */
export const useIsChatCut = (): boolean => {
  const connection = useChatState((state) => state.connection);
  return !useOnline() || connection === 'offline' || connection === 'connecting';
};
