import { createChat } from '@metaverse/client';
import { type ReactNode, useEffect, useState } from 'react';
import { useTokens } from '../../lib/client-context.ts';
import { useMe } from '../account/me-context.ts';
import { ChatContext } from './chat-context.ts';
import { createIdbOutbox } from './idb-outbox.ts';

/** Connects the signed-in person's chat for as long as it is mounted. Goes below the `PersonProvider`. */
export const ChatProvider = ({ children }: { readonly children: ReactNode }) => {
  const { id } = useMe();
  const tokens = useTokens();
  const [chat] = useState(() => createChat({ url: '', tokens, userId: id, storage: createIdbOutbox(id) }));

  useEffect(() => {
    const wake = (): void => {
      if (document.visibilityState === 'visible') chat.wake();
    };
    chat.start();
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      chat.stop();
    };
  }, [chat]);

  return <ChatContext value={chat}>{children}</ChatContext>;
};
