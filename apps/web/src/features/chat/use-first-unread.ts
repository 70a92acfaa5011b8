import type { RoomState } from '@metaverse/client';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useChat } from './chat-context.ts';
import { isFirstUnreadAway } from './conversation-rows.ts';

export type FirstUnread = {
  /** How many messages came since I was here last. */
  count: number;
  /** Its pages are being fetched. */
  isGoing: boolean;
  go: () => void;
};

/**
 * The way to the first message that I have not read, while it lies before what is loaded: fetches page by page, then calls `show`.
 * Null when it is in place, or when nothing was new.
 */
export const useFirstUnread = (state: RoomState, show: () => void): FirstUnread | null => {
  const chat = useChat();
  const { older, lastSeq, unreadAfterSeq, room } = state;
  const [seqOnArrival] = useState(lastSeq);
  const [isGoing, setGoing] = useState(false);
  const isAway = isFirstUnreadAway(state);

  useEffect(() => {
    if (isGoing && isAway && older === 'idle') void chat.loadOlder(room.id);
  }, [chat, room.id, isGoing, isAway, older]);
  useLayoutEffect(() => {
    if (isGoing && !isAway) show();
  }, [isGoing, isAway, show]);

  if (!isAway) return null;
  return {
    count: seqOnArrival - (unreadAfterSeq ?? 0),
    isGoing: isGoing && older !== 'failed',
    go() {
      setGoing(true);
      void chat.loadOlder(room.id);
    },
  };
};
