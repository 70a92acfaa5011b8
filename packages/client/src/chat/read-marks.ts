import type { ChatLink } from './chat-link.ts';

/** Scrolling through a room marks many messages in a moment; the server is told of the last one. */
const TELL_AFTER_MS = 300;

export type ReadMarks = {
  /** Everything up to `seq` was seen. */
  mark: (roomId: string, seq: number) => void;
  /** Tells the server again what it has missed: `known` is what it believes. */
  resume: (roomId: string, known: number) => void;
  stop: () => void;
};

/** Keeps the server told of what I have read. */
export function createReadMarks({ connection, state, apply }: ChatLink): ReadMarks {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const tellSoon = (roomId: string): void => {
    if (timers.has(roomId)) return;
    timers.set(
      roomId,
      setTimeout(() => {
        timers.delete(roomId);
        const seq = state().rooms[roomId]?.readSeq ?? 0;
        if (seq > 0) connection.tell('mark-read', { roomId, seq });
      }, TELL_AFTER_MS),
    );
  };

  return {
    mark(roomId, seq) {
      const before = state().rooms[roomId]?.readSeq;
      apply({ type: 'read', roomId, seq });
      if (state().rooms[roomId]?.readSeq !== before) tellSoon(roomId);
    },
    resume(roomId, known) {
      if ((state().rooms[roomId]?.readSeq ?? 0) > known) tellSoon(roomId);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
