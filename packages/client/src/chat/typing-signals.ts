import { TYPING_TIMEOUT_MS } from '@metaverse/contracts';
import type { ChatLink } from './chat-link.ts';

/** Half of the time after which others let it end: one lost signal is not seen. */
const REPEAT_AFTER_MS = TYPING_TIMEOUT_MS / 2;

export type TypingSignals = {
  /** Call it on every key: it tells the others now and then. */
  type: (roomId: string) => void;
  /** The text was sent or cleared. */
  stop: (roomId: string) => void;
};

/** Tells others that I am typing, seldom enough for the server's limit. */
export function createTypingSignals({ connection, now }: ChatLink): TypingSignals {
  const toldAt = new Map<string, number>();
  return {
    type(roomId) {
      if (now() - (toldAt.get(roomId) ?? -Infinity) < REPEAT_AFTER_MS) return;
      toldAt.set(roomId, now());
      connection.tell('typing', { roomId });
    },
    stop(roomId) {
      if (toldAt.delete(roomId)) connection.tell('stop-typing', { roomId });
    },
  };
}
