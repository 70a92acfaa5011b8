import type { ChatLink } from './chat-link.ts';

/** Scrolling through a room marks many messages in a moment; the server is told of the first one and then this often. */
const TELL_EVERY_MS = 500;

export type ReadMarks = {
  /** Everything up to `seq` was seen. */
  mark: (roomId: string, seq: number) => void;
  /** One's own message was stored: who writes has read what is above. */
  written: (roomId: string) => void;
  /** A connection begins: the server believes that I have read up to `known`. */
  resume: (roomId: string, known: number) => void;
  stop: () => void;
};

/** Keeps the server told of what I have read. */
export function createReadMarks({ connection, state, apply }: ChatLink): ReadMarks {
  const told = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const tell = (roomId: string): void => {
    const seq = state().rooms[roomId]?.readSeq ?? 0;
    if (seq <= (told.get(roomId) ?? 0) || timers.has(roomId) || !connection.isOnline()) return;
    told.set(roomId, seq);
    connection.tell('mark-read', { roomId, seq });
    timers.set(
      roomId,
      setTimeout(() => {
        timers.delete(roomId);
        tell(roomId);
      }, TELL_EVERY_MS),
    );
  };

  return {
    mark(roomId, seq) {
      apply({ type: 'read', roomId, seq });
      tell(roomId);
    },
    written: tell,
    resume(roomId, known) {
      told.set(roomId, known);
      tell(roomId);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
