import type { Player } from '@metaverse/contracts';
import { createFrameReader, createTickClock, type FrameReader, type OwnStep, type Spot, type TickClock } from '@metaverse/world-core';
import type { WorldConnection } from './world-link.ts';

/** What the server tells of people, whichever encoding it comes in. Times are on the caller's clock. */
type WorldHearing = {
  onEntered: (player: Player, atMs: number) => void;
  onMoved: (userId: string, spot: Spot, atMs: number) => void;
  onLeft: (userId: string) => void;
  onOwnStep: (step: OwnStep) => void;
  /** All that one frame or event told has been told. */
  onDone: () => void;
  /** The stream makes no sense any more; only a new join helps. */
  onBroken: () => void;
};

type Options = { connection: WorldConnection; me: () => string | undefined; now: () => number; hearing: WorldHearing };

/** Browsers deliver binary as ArrayBuffer, Node as Buffer. */
const bytesOf = (payload: Uint8Array | ArrayBuffer): Uint8Array => (payload instanceof Uint8Array ? payload : new Uint8Array(payload));

/** Hears frames, and the events that take their place with `encoding: "json"`. */
export class FrameSource {
  readonly #options: Options;
  #reader: FrameReader = createFrameReader();
  #clock: TickClock = createTickClock();
  #isReset = false;

  constructor(options: Options) {
    this.#options = options;
    const { connection, hearing, now } = options;
    connection.on('frame', (payload) => {
      this.#read(payload);
    });
    connection.on('user-joined', (player) => {
      hearing.onEntered(player, now());
      hearing.onDone();
    });
    connection.on('movement', ({ userId, x, y, direction, seq }) => {
      if (userId === options.me()) hearing.onOwnStep({ seq: seq ?? null, x, y, direction });
      else hearing.onMoved(userId, { x, y, direction }, now());
      hearing.onDone();
    });
    connection.on('user-left', ({ userId }) => {
      hearing.onLeft(userId);
      hearing.onDone();
    });
  }

  /** A join begins a new stream. */
  reset(tickMs: number): void {
    this.#reader = createFrameReader();
    this.#clock = createTickClock(tickMs);
    this.#isReset = true;
  }

  #read(payload: Uint8Array | ArrayBuffer): void {
    const { hearing, now } = this.#options;
    // Frames of a stream that began before the answer to the join are lost with it; the first one after it is a key frame.
    if (!this.#isReset) return;
    try {
      const facts = this.#reader.read(bytesOf(payload));
      const atMs = this.#clock.observe(facts.tick, now());
      for (const userId of facts.left) hearing.onLeft(userId);
      for (const player of facts.entered) hearing.onEntered(player, atMs);
      for (const { userId, x, y, direction } of facts.moved) hearing.onMoved(userId, { x, y, direction }, atMs);
      if (facts.ownStep !== null) hearing.onOwnStep(facts.ownStep);
      hearing.onDone();
    } catch {
      this.#isReset = false;
      hearing.onBroken();
    }
  }
}
