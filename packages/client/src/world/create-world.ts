import { type Player, type RosterPerson, SOCKET_PATHS, type Tile } from '@metaverse/contracts';
import type { Grid, TrackSample, View } from '@metaverse/world-core';
import { ApiError, type FailureCode, isPassing, networkError } from '../http/api-error.ts';
import type { Tokens } from '../http/tokens.ts';
import { Connection, type ConnectionState } from '../socket/connection.ts';
import { setTimer } from '../socket/set-timer.ts';
import { createDerivedStore, type DerivedStore } from '../store/create-derived-store.ts';
import { createStore, type Store, type WritableStore } from '../store/create-store.ts';
import { FrameSource } from './frame-source.ts';
import { Others } from './others.ts';
import { type Heading, OwnWalk } from './own-walk.ts';
import { Roster } from './roster.ts';
import { ViewSignals } from './view-signals.ts';
import type { WorldConnection } from './world-link.ts';
import { freshStatus, type WorldEnd, type WorldStatus } from './world-status.ts';

/** Before joining again on the same connection. */
const JOIN_PAUSE_MS = 1_000;

export type WorldOptions = {
  /** Origin of the server; empty for the page's own. */
  url: string;
  tokens: Tokens;
  spaceId: string;
  /** Where one can walk: `gridOfSpace` of the space's detail. */
  grid: Grid;
  /** Default binary. */
  encoding?: 'binary' | 'json';
  /** Milliseconds on a clock that only goes forward; the default is the one of `requestAnimationFrame`. */
  now?: () => number;
  random?: () => number;
};

/** One's stay in a space: who is in view, where to draw them, and one's own walk. Nothing here rejects but `leave`. */
export class World {
  /** What changes seldom: connection, oneself, why it ended. */
  readonly status: Store<WorldStatus>;
  /** The others in view, where the server last said they are. Changes with every frame in which somebody moves. */
  readonly players: Store<readonly Player[]>;
  /** Everybody in the space, in view or not, by name. */
  readonly roster: Store<readonly RosterPerson[]>;
  readonly #options: WorldOptions;
  readonly #now: () => number;
  readonly #connection: WorldConnection;
  readonly #status: WritableStore<WorldStatus>;
  readonly #players: DerivedStore<readonly Player[]>;
  readonly #others = new Others();
  readonly #frames: FrameSource;
  readonly #roster: Roster;
  readonly #view: ViewSignals;
  #grid: Grid;
  #walk: OwnWalk | null = null;

  constructor(options: WorldOptions) {
    const { url, tokens, spaceId, random = Math.random, now = () => performance.now() } = options;
    const onState = (state: ConnectionState, refusal?: FailureCode) => {
      this.#onConnection(state, refusal);
    };
    this.#options = options;
    this.#now = now;
    this.#grid = options.grid;
    this.#connection = new Connection({ url, path: SOCKET_PATHS.world, query: { spaceId }, tokens, onState, random });
    this.#status = createStore(freshStatus);
    this.#players = createDerivedStore(() => this.#others.players());
    this.#roster = new Roster(this.#connection);
    this.#view = new ViewSignals(this.#connection);
    this.#frames = this.#hearPeople();
    this.#hearTheRest();
    this.status = this.#status;
    this.players = this.#players;
    this.roster = this.#roster.store;
  }

  start(): void {
    this.#set({ end: null });
    this.#connection.start();
  }

  /** Disconnects: the others see one leave at once. */
  stop(): void {
    this.#view.stop();
    this.#connection.stop();
  }

  /** Connects at once, where it would wait: the machine is online again. */
  wake(): void {
    this.#connection.wake();
  }

  /** Leaves the space and waits until the others have been told. Rejects with `ApiError` when nobody heard it. */
  async leave(): Promise<void> {
    await this.#connection.ask('leave', {});
    this.stop();
  }

  /** The map was fetched again. */
  setGrid(grid: Grid): void {
    this.#grid = grid;
    if (this.#walk !== null) this.#walk.reset(this.#walk.spot(), { nowMs: this.#now(), grid });
  }

  /** Walks on in a direction while a key is held; null stops. */
  steer(heading: Heading | null): void {
    this.#walk?.steer(heading);
  }

  /** Walks to a tile by the shortest way. False when there is none. */
  walkTo(goal: Tile): boolean {
    return this.#walk?.walkTo(goal) ?? false;
  }

  /** Stops walking. */
  halt(): void {
    this.#walk?.halt();
  }

  /** The tiles still to be walked to the chosen place, nearest first. */
  path(): readonly Tile[] {
    return this.#walk?.path() ?? [];
  }

  /** Takes the next step when it is due. Call it once per frame (or, without frames, about ten times a second). */
  advance(): void {
    if (!this.#status.getSnapshot().isJoined) return;
    const step = this.#walk?.advance(this.#now());
    if (step) this.#connection.tell('move', step);
  }

  /** What is shown, in tiles with fractions. Call it as often as it changes. */
  view(view: View): void {
    this.#view.show(view);
  }

  /** Oneself, on the tile that the own steps lead to; null before the first join. */
  self(): Player | null {
    const { self } = this.#status.getSnapshot();
    return self && this.#walk && { ...self, ...this.#walk.spot() };
  }

  /** Where to draw oneself now, in tiles with fractions; null before the first join. */
  ownPosition(): TrackSample | null {
    return this.#walk?.sample(this.#now()) ?? null;
  }

  /** Where to draw somebody else now; null for who is not in view. */
  positionOf(userId: string): TrackSample | null {
    return this.#others.sample(userId, this.#now());
  }

  #set(change: Partial<WorldStatus>): void {
    this.#status.update((before) => ({ ...before, ...change }));
  }

  #end(end: WorldEnd): void {
    this.#set({ end, isJoined: false });
    this.#connection.end();
  }

  #onConnection(connection: ConnectionState, refusal?: FailureCode): void {
    this.#set({ connection, isJoined: false });
    if (connection === 'online') void this.#join();
    if (refusal !== undefined) this.#set({ end: { kind: 'refused', code: refusal, message: 'The server does not let you in' } });
  }

  async #join(): Promise<void> {
    const { spaceId, encoding = 'binary' } = this.#options;
    try {
      await this.#connection.askAndHear('join', { spaceId, encoding }, ({ self, players, space, tickMs }) => {
        this.#frames.reset(tickMs);
        this.#settleIn(self, players);
        this.#set({ isJoined: true, self, mapVersion: space.mapVersion });
      });
      this.#view.resume();
      // Who is here is shown without the list too; the next join asks for it again.
      void this.#roster.list().catch(() => undefined);
    } catch (error) {
      await this.#onJoinFailed(error);
    }
  }

  #settleIn(self: Player, players: readonly Player[]): void {
    const nowMs = this.#now();
    const spot = { x: self.x, y: self.y, direction: self.direction };
    if (this.#walk === null) this.#walk = new OwnWalk({ grid: this.#grid, spot, nowMs });
    else this.#walk.reset(spot, { nowMs });
    const others = players.filter(({ userId }) => userId !== self.userId);
    this.#others.retain(new Set(others.map(({ userId }) => userId)));
    for (const player of others) this.#others.enter(player, nowMs);
    this.#players.invalidate();
  }

  async #onJoinFailed(error: unknown): Promise<void> {
    const failure = error instanceof ApiError ? error : networkError(error);
    // A broken connection comes back by itself and joins again.
    if (failure.code === 'network') return;
    if (!isPassing(failure)) {
      this.#end({ kind: 'refused', code: failure.code, message: failure.message });
      return;
    }
    await setTimer((failure.retryAfterSeconds ?? 0) * 1_000 || JOIN_PAUSE_MS);
    if (this.#connection.isOnline() && !this.#status.getSnapshot().isJoined) await this.#join();
  }

  #hearPeople(): FrameSource {
    const me = (): string | undefined => this.#status.getSnapshot().self?.userId;
    return new FrameSource({
      connection: this.#connection,
      me,
      now: this.#now,
      hearing: {
        onEntered: (player, atMs) => {
          if (player.userId === me()) this.#set({ self: player });
          else this.#others.enter(player, atMs);
        },
        onMoved: (userId, spot, atMs) => {
          this.#others.move(userId, spot, atMs);
        },
        onLeft: (userId) => {
          this.#others.leave(userId);
        },
        onOwnStep: (step) => this.#walk?.accept(step, this.#now()),
        onDone: () => {
          this.#players.invalidate();
        },
        onBroken: () => void setTimer(JOIN_PAUSE_MS).then(() => this.#join()),
      },
    });
  }

  #hearTheRest(): void {
    const connection = this.#connection;
    connection.on('movement-rejected', (step) => this.#walk?.reject(step, this.#now()));
    connection.on('space-updated', ({ mapVersion }) => {
      this.#set({ mapVersion });
    });
    connection.on('kicked', ({ reason }) => {
      this.#end({ kind: 'kicked', reason });
    });
    connection.on('moved-away', () => {
      connection.reconnect();
    });
  }
}

/** One's stay in a space; `start` connects and joins. */
export const createWorld = (options: WorldOptions): World => new World(options);
