import type { Message } from '@metaverse/contracts';
import { ApiError, isPassing } from '../http/api-error.ts';
import { retryDelayMs } from '../socket/retry-delay.ts';
import { toFailure } from './to-failure.ts';
import type { Failure } from './chat-state.ts';
import type { OutboxEntry, OutboxStorage } from './outbox-storage.ts';

/** A bug of the server may be a passing one; after this many it is taken for a refusal. */
const INTERNAL_ERRORS_MAX = 3;

export type OutboxOptions = {
  storage: OutboxStorage;
  /** Sends one message and resolves with what was stored. */
  send: (entry: OutboxEntry) => Promise<Message>;
  isOnline: () => boolean;
  onStored: (message: Message) => void;
  onRefused: (entry: OutboxEntry, failure: Failure) => void;
  random?: () => number;
};

export type Outbox = {
  /** Reads what an earlier page left behind. Call it once, before anything is added. */
  restore(): Promise<readonly OutboxEntry[]>;
  add(message: Pick<OutboxEntry, 'clientMessageId' | 'roomId' | 'content' | 'writtenAt'>): void;
  /** Sends a refused one again, after what was written since. */
  retry(clientMessageId: string): void;
  discard(clientMessageId: string): void;
  /** Goes on sending, after the connection came back. */
  flush(): void;
  /** Ends the waiting times; what is left goes out with the next `flush`. */
  stop(): void;
};

const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : undefined);

/**
 * Sends messages room by room, one at a time, so that a room's order is the order of writing whatever fails in between.
 * What passes by itself is tried again; what the server refuses for good is set aside.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { storage, send, isOnline, onStored, onRefused, random = Math.random } = options;
  const entries = new Map<string, OutboxEntry>();
  const busyRooms = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const failures = new Map<string, number>();
  let lastPosition = 0;

  // A storage that fails (full, forbidden) costs the protection against a reload, never the message itself.
  const keep = (entry: OutboxEntry): Promise<void> => storage.put(entry).catch(() => undefined);
  const forget = (clientMessageId: string): void => {
    entries.delete(clientMessageId);
    failures.delete(clientMessageId);
    void storage.remove(clientMessageId).catch(() => undefined);
  };

  const nextOf = (roomId: string): OutboxEntry | undefined =>
    [...entries.values()].filter((entry) => entry.roomId === roomId && entry.failure === null).sort((a, b) => a.position - b.position)[0];

  const canSend = (roomId: string): boolean => isOnline() && nextOf(roomId) !== undefined;

  /** Milliseconds until the next attempt, or null when there is none to make. */
  const pauseAfter = (entry: OutboxEntry, error: unknown): number | null => {
    const count = (failures.get(entry.clientMessageId) ?? 0) + 1;
    failures.set(entry.clientMessageId, count);
    if (!isPassing(error) && !(codeOf(error) === 'internal' && count < INTERNAL_ERRORS_MAX) && codeOf(error) !== 'unauthenticated')
      return null;
    const asked = error instanceof ApiError ? error.retryAfterSeconds : undefined;
    return asked === undefined ? retryDelayMs(count, random) : asked * 1_000;
  };

  const refuse = (entry: OutboxEntry, error: unknown): void => {
    const refused = { ...entry, failure: toFailure(error) };
    entries.set(entry.clientMessageId, refused);
    void keep(refused);
    onRefused(refused, refused.failure);
  };

  /** Sends the room's first message; returns the milliseconds to wait before the next one, or null when the room has none left. */
  const sendFirst = async (roomId: string): Promise<number | null> => {
    const entry = nextOf(roomId);
    if (entry === undefined || !isOnline()) return null;
    try {
      const message = await send(entry);
      forget(entry.clientMessageId);
      onStored(message);
      return 0;
    } catch (error) {
      if (!entries.has(entry.clientMessageId)) return 0;
      const pause = pauseAfter(entry, error);
      if (pause === null) refuse(entry, error);
      return pause ?? 0;
    }
  };

  const sendRoom = async (roomId: string): Promise<void> => {
    if (busyRooms.has(roomId)) return;
    busyRooms.add(roomId);
    clearTimeout(timers.get(roomId));
    let pause = await sendFirst(roomId);
    // A message that was added while the last answer came in found the room busy: it is this loop's to send.
    while (pause === 0 || (pause === null && canSend(roomId))) pause = await sendFirst(roomId);
    busyRooms.delete(roomId);
    if (pause !== null)
      timers.set(
        roomId,
        setTimeout(() => void sendRoom(roomId), pause),
      );
  };

  const sendAfterKeeping = (entry: OutboxEntry): void => {
    entries.set(entry.clientMessageId, entry);
    void keep(entry).then(() => sendRoom(entry.roomId));
  };

  return {
    async restore() {
      const left = await storage.load().catch(() => []);
      for (const entry of left) entries.set(entry.clientMessageId, entry);
      lastPosition = left.at(-1)?.position ?? 0;
      return left;
    },
    add(message) {
      lastPosition += 1;
      sendAfterKeeping({ ...message, position: lastPosition, failure: null });
    },
    retry(clientMessageId) {
      const entry = entries.get(clientMessageId);
      if (entry === undefined || entry.failure === null) return;
      failures.delete(clientMessageId);
      lastPosition += 1;
      sendAfterKeeping({ ...entry, position: lastPosition, failure: null });
    },
    discard: forget,
    flush() {
      for (const roomId of new Set([...entries.values()].map((entry) => entry.roomId))) void sendRoom(roomId);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
