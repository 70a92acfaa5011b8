import type { Message } from '@metaverse/contracts';
import { ApiError, type FailureCode, isPassing } from '../http/api-error.ts';
import { retryDelayMs } from '../socket/retry-delay.ts';
import type { Failure } from './chat-state.ts';
import type { OutboxEntry, OutboxStorage } from './outbox-storage.ts';
import { toFailure } from './to-failure.ts';

/** A bug of the server may be a passing one; after this many it is taken for a refusal. */
const INTERNAL_ERRORS_MAX = 3;

export type OutboxOptions = {
  storage: OutboxStorage;
  /** Sends one message and resolves with what was stored. */
  send: (entry: OutboxEntry) => Promise<Message>;
  /** Whether messages to the room can go out now. */
  canSend: (roomId: string) => boolean;
  onStored: (message: Message) => void;
  onRefused: (entry: OutboxEntry, failure: Failure) => void;
  random?: () => number;
};

const codeOf = (error: unknown): FailureCode | undefined => (error instanceof ApiError ? error.code : undefined);

/**
 * Sends messages room by room, one at a time, so that a room's order is the order of writing whatever fails in between.
 * What passes by itself is tried again; what the server refuses for good is set aside.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #entries = new Map<string, OutboxEntry>();
  readonly #failures = new Map<string, number>();
  readonly #busyRooms = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #lastPosition = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Reads what an earlier page left behind. Call it once, before anything is added. */
  async restore(): Promise<readonly OutboxEntry[]> {
    const left = await this.#options.storage.load().catch(() => []);
    for (const entry of left) this.#entries.set(entry.clientMessageId, entry);
    this.#lastPosition = left.at(-1)?.position ?? 0;
    return left;
  }

  add(message: Pick<OutboxEntry, 'clientMessageId' | 'roomId' | 'content' | 'writtenAt'>): void {
    void this.#keepAndSend(message);
  }

  /** Sends a refused one again, after what was written since. */
  retry(clientMessageId: string): void {
    const entry = this.#entries.get(clientMessageId);
    if (entry === undefined || entry.failure === null) return;
    this.#failures.delete(clientMessageId);
    void this.#keepAndSend(entry);
  }

  discard(clientMessageId: string): void {
    this.#forget(clientMessageId);
  }

  /** Goes on sending, after rooms have become ready. */
  flush(): void {
    for (const roomId of new Set([...this.#entries.values()].map((entry) => entry.roomId))) void this.#sendRoom(roomId);
  }

  /** Ends the waiting times; what is left goes out with the next `flush`. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #keepAndSend(message: Pick<OutboxEntry, 'clientMessageId' | 'roomId' | 'content' | 'writtenAt'>): Promise<void> {
    this.#lastPosition += 1;
    const entry = { ...message, position: this.#lastPosition, failure: null };
    this.#entries.set(entry.clientMessageId, entry);
    await this.#keep(entry);
    await this.#sendRoom(entry.roomId);
  }

  /** A storage that fails (full, forbidden) costs the protection against a reload, never the message itself. */
  async #keep(entry: OutboxEntry): Promise<void> {
    await this.#options.storage.put(entry).catch(() => undefined);
  }

  #forget(clientMessageId: string): void {
    this.#entries.delete(clientMessageId);
    this.#failures.delete(clientMessageId);
    void this.#options.storage.remove(clientMessageId).catch(() => undefined);
  }

  #nextOf(roomId: string): OutboxEntry | undefined {
    const waiting = [...this.#entries.values()].filter((entry) => entry.roomId === roomId && entry.failure === null);
    return waiting.sort((a, b) => a.position - b.position)[0];
  }

  async #sendRoom(roomId: string): Promise<void> {
    if (this.#busyRooms.has(roomId)) return;
    this.#busyRooms.add(roomId);
    clearTimeout(this.#timers.get(roomId));
    let entry = this.#nextOf(roomId);
    let pauseMs = 0;
    while (entry !== undefined && pauseMs === 0 && this.#options.canSend(roomId)) {
      pauseMs = await this.#sendOne(entry);
      // Read again each time: it may have been discarded, or another one written.
      entry = this.#nextOf(roomId);
    }
    this.#busyRooms.delete(roomId);
    if (pauseMs > 0)
      this.#timers.set(
        roomId,
        setTimeout(() => void this.#sendRoom(roomId), pauseMs),
      );
  }

  /** Returns the milliseconds to wait before the room's next attempt. */
  async #sendOne(entry: OutboxEntry): Promise<number> {
    try {
      const message = await this.#options.send(entry);
      this.#forget(entry.clientMessageId);
      this.#options.onStored(message);
      return 0;
    } catch (error) {
      if (!this.#entries.has(entry.clientMessageId)) return 0;
      if (this.#isWorthRepeating(entry, error)) return this.#pauseMs(entry, error);
      await this.#refuse(entry, error);
      return 0;
    }
  }

  #isWorthRepeating(entry: OutboxEntry, error: unknown): boolean {
    const count = (this.#failures.get(entry.clientMessageId) ?? 0) + 1;
    this.#failures.set(entry.clientMessageId, count);
    // Whoever signs in again finds the message where it was.
    if (isPassing(error) || codeOf(error) === 'unauthenticated') return true;
    return codeOf(error) === 'internal' && count < INTERNAL_ERRORS_MAX;
  }

  #pauseMs(entry: OutboxEntry, error: unknown): number {
    const asked = error instanceof ApiError ? error.retryAfterSeconds : undefined;
    if (asked !== undefined) return Math.max(1, asked * 1_000);
    return retryDelayMs(this.#failures.get(entry.clientMessageId) ?? 0, this.#options.random ?? Math.random);
  }

  async #refuse(entry: OutboxEntry, error: unknown): Promise<void> {
    const failure = toFailure(error);
    const refused = { ...entry, failure };
    this.#entries.set(entry.clientMessageId, refused);
    this.#options.onRefused(refused, failure);
    await this.#keep(refused);
  }
}
