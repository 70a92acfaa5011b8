import { setTimer } from '../socket/set-timer.ts';
import { ApiError } from '../http/api-error.ts';
import type { CatchUp } from './catch-up.ts';
import type { ChatLink } from './chat-link.ts';
import { isBehind, lastInPlace } from './chat-selectors.ts';
import { toFailure } from './to-failure.ts';

/** Joins are limited per second; after this the next second has begun. */
const JOIN_PAUSE_MS = 1_000;

export type Listening = {
  /** Listens in a room, now or as soon as there is a connection; resolves when it is tried. */
  listen(roomId: string): Promise<void>;
  /** Listens wherever I am a member and do not yet. */
  followMine(): Promise<void>;
  /** Forgets what was waiting: the connection is gone. */
  drop(): void;
};

/** Joins rooms one after the other, those that are open first. */
export function createListening(link: ChatLink, catchUp: CatchUp, onListening: (roomId: string, myReadSeq: number) => void): Listening {
  const { connection, state, apply } = link;
  const waiting = new Set<string>();
  let isJoining = false;

  /** Where the window ends; a room without a window begins with the latest page when it is open, and with nothing otherwise. */
  const startOf = (roomId: string): number | undefined => {
    const room = state().rooms[roomId];
    if (room === undefined || (!room.isLoaded && room.isOpen)) return undefined;
    return room.isLoaded ? lastInPlace(room) : room.lastSeq;
  };

  const join = async (roomId: string): Promise<void> => {
    const afterSeq = startOf(roomId);
    const { room, messages, members, lastSeq } = await connection.ask('join-room', {
      roomId,
      ...(afterSeq !== undefined && { afterSeq }),
    });
    apply({ type: 'room-told', room, isForMe: true });
    apply({ type: 'listening-started', roomId, listeners: members, lastSeq });
    apply({ type: 'page-loaded', roomId, messages, isLatest: afterSeq === undefined });
    onListening(roomId, room.myReadSeq ?? 0);

    const joined = state().rooms[roomId];
    if (joined === undefined) return;
    if (isBehind(joined)) await catchUp.newer(roomId);
    // It was opened while the join was under way.
    else if (joined.isOpen && !joined.isLoaded) await catchUp.latest(roomId);
  };

  const tryJoin = async (roomId: string): Promise<void> => {
    try {
      await join(roomId);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      if (code === 'network') return;
      if (code === 'rate_limited') {
        waiting.add(roomId);
        await setTimer(JOIN_PAUSE_MS);
        return;
      }
      apply({ type: 'room-failed', roomId, failure: toFailure(error) });
    }
  };

  const drain = async (): Promise<void> => {
    if (isJoining) return;
    isJoining = true;
    while (waiting.size > 0 && connection.isOnline()) {
      const [first = ''] = [...waiting].sort(
        (a, b) => Number(state().rooms[b]?.isOpen ?? false) - Number(state().rooms[a]?.isOpen ?? false),
      );
      waiting.delete(first);
      await tryJoin(first);
    }
    isJoining = false;
  };

  return {
    listen(roomId) {
      waiting.add(roomId);
      return drain();
    },
    followMine() {
      for (const { room, isListening } of Object.values(state().rooms)) {
        if (!isListening && room.myRole !== null) waiting.add(room.id);
      }
      return drain();
    },
    drop: () => {
      waiting.clear();
    },
  };
}
