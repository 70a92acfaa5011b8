import { ApiError } from '../http/api-error.ts';
import { setTimer } from '../socket/set-timer.ts';
import type { CatchUp } from './catch-up.ts';
import type { ChatLink } from './chat-link.ts';
import { isBehind, lastInPlace } from './chat-selectors.ts';
import { toFailure } from './to-failure.ts';

/** Joins are limited per second; after this the next second has begun. */
const JOIN_PAUSE_MS = 1_000;

type OnListening = (roomId: string, myReadSeq: number) => void;

/** Joins rooms one after the other, those that are open first. */
export class Listening {
  readonly #link: ChatLink;
  readonly #catchUp: CatchUp;
  readonly #onListening: OnListening;
  readonly #waiting = new Set<string>();
  #isJoining = false;

  constructor(link: ChatLink, catchUp: CatchUp, onListening: OnListening) {
    this.#link = link;
    this.#catchUp = catchUp;
    this.#onListening = onListening;
  }

  /** Listens in a room, now or as soon as its turn comes. */
  listen(roomId: string): void {
    this.#waiting.add(roomId);
    void this.#drain();
  }

  /** Listens wherever I am a member and do not yet, and in the general room of each space: who is inside hears it. */
  followMine(): void {
    for (const { room, isListening } of Object.values(this.#link.state().rooms)) {
      if (!isListening && (room.myRole !== null || room.kind === 'general')) this.#waiting.add(room.id);
    }
    void this.#drain();
  }

  /** Forgets what was waiting: the connection is gone. */
  drop(): void {
    this.#waiting.clear();
  }

  async #drain(): Promise<void> {
    if (this.#isJoining) return;
    this.#isJoining = true;
    for (let next = this.#take(); next !== undefined; next = this.#take()) await this.#tryJoin(next);
    this.#isJoining = false;
  }

  #take(): string | undefined {
    if (!this.#link.connection.isOnline()) return undefined;
    const rooms = this.#link.state().rooms;
    const waiting = [...this.#waiting];
    const next = waiting.find((roomId) => rooms[roomId]?.isOpen === true) ?? waiting[0];
    if (next !== undefined) this.#waiting.delete(next);
    return next;
  }

  async #tryJoin(roomId: string): Promise<void> {
    try {
      await this.#join(roomId);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      if (code === 'network') return;
      if (code !== 'rate_limited') {
        this.#link.apply({ type: 'room-failed', roomId, failure: toFailure(error) });
        return;
      }
      this.#waiting.add(roomId);
      await setTimer(JOIN_PAUSE_MS);
    }
  }

  async #join(roomId: string): Promise<void> {
    const { connection, apply, state } = this.#link;
    const afterSeq = this.#startOf(roomId);
    const answer = await connection.ask('join-room', { roomId, ...(afterSeq !== undefined && { afterSeq }) });
    apply({ type: 'room-told', room: answer.room, isForMe: true });
    apply({ type: 'listening-started', roomId, listeners: answer.members, lastSeq: answer.lastSeq });
    apply({ type: 'page-loaded', roomId, messages: answer.messages, isLatest: afterSeq === undefined });
    this.#onListening(roomId, answer.room.myReadSeq ?? 0);

    const joined = state().rooms[roomId];
    if (joined === undefined) return;
    if (isBehind(joined)) await this.#catchUp.newer(roomId);
    // It was opened while the join was under way.
    else if (joined.isOpen && !joined.isLoaded) await this.#catchUp.latest(roomId);
  }

  /** Where the window ends; a room without a window begins with the latest page when it is open, and with nothing otherwise. */
  #startOf(roomId: string): number | undefined {
    const room = this.#link.state().rooms[roomId];
    if (room === undefined || (!room.isLoaded && room.isOpen)) return undefined;
    return room.isLoaded ? lastInPlace(room) : room.lastSeq;
  }
}
