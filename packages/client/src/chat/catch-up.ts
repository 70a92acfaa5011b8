import { PAGE_LIMIT_DEFAULT, REPLAY_PAGE_MAX } from '@metaverse/contracts';
import type { ChatLink } from './chat-link.ts';
import { hasOlder, isBehind, lastInPlace } from './chat-selectors.ts';
import { toFailure } from './to-failure.ts';

export type CatchUp = {
  /** Fetches what is missing after the window, page by page. One run at a time per room. [CH2] */
  newer: (roomId: string) => Promise<void>;
  /** Fetches the page before the window. */
  older: (roomId: string) => Promise<void>;
  /** Fetches the latest page of a room that has no window yet. */
  latest: (roomId: string) => Promise<void>;
};

/** Brings messages that were not sent by themselves. None of its functions rejects; a broken connection is mended by the next one. */
export function createCatchUp({ connection, state, apply }: ChatLink): CatchUp {
  const running = new Set<string>();

  const newerPages = async (roomId: string): Promise<void> => {
    for (;;) {
      const room = state().rooms[roomId];
      if (room === undefined || !isBehind(room)) return;
      const afterSeq = lastInPlace(room);
      const { messages } = await connection.ask('get-messages', { roomId, afterSeq, limit: REPLAY_PAGE_MAX });
      // Nothing came although something should: asking again would only repeat that.
      if (messages.length === 0) return;
      apply({ type: 'page-loaded', roomId, messages, isLatest: false });
    }
  };

  const newer = async (roomId: string): Promise<void> => {
    if (running.has(roomId)) return;
    running.add(roomId);
    await newerPages(roomId).catch(() => undefined);
    running.delete(roomId);
  };

  return {
    newer,

    async older(roomId) {
      const room = state().rooms[roomId];
      const beforeSeq = room?.messages[0]?.seq;
      if (room === undefined || beforeSeq === undefined || !hasOlder(room) || room.older === 'loading') return;
      apply({ type: 'older-loading', roomId });
      try {
        const { messages } = await connection.ask('get-messages', { roomId, beforeSeq, limit: PAGE_LIMIT_DEFAULT });
        apply({ type: 'page-loaded', roomId, messages, isLatest: false });
        apply({ type: 'older-loaded', roomId });
      } catch {
        apply({ type: 'older-failed', roomId });
      }
    },

    async latest(roomId) {
      apply({ type: 'room-loading', roomId });
      try {
        const { messages } = await connection.ask('get-messages', { roomId, limit: PAGE_LIMIT_DEFAULT });
        apply({ type: 'page-loaded', roomId, messages, isLatest: true });
        await newer(roomId);
      } catch (error) {
        apply({ type: 'room-failed', roomId, failure: toFailure(error) });
      }
    },
  };
}
