import type { Tile } from '@metaverse/contracts';
import {
  checkStep,
  createPredictor,
  directionOf,
  findPath,
  type Grid,
  type OwnStep,
  paceMs,
  type PendingStep,
  type Predictor,
  type RejectedStep,
  type Spot,
  type TrackSample,
} from '@metaverse/world-core';

/** A step that is taken this soon after the one before continues it, so that a walk does not stutter with the frames. */
const SAME_WALK_MS = 60;
/** How long it takes to glide to where the server says one is. */
const CORRECTION_MS = 120;
/** What is further away is no correction: one is simply there. */
const CORRECTION_MAX_TILES = 2;

/** −1, 0 or 1 for each axis. */
export type Heading = { dx: number; dy: number };

type Leg = { from: Tile; to: Tile; startMs: number; endMs: number };

const still = ({ x, y }: Tile): Leg => ({ from: { x, y }, to: { x, y }, startMs: 0, endMs: 0 });

/** One's own walk: where the keys or a path lead, predicted, and where to draw it. Pure but for its own state; times are handed in. */
export class OwnWalk {
  readonly #predictor: Predictor;
  #grid: Grid;
  #leg: Leg;
  #heading: Heading | null = null;
  #path: Tile[] = [];

  constructor(start: { grid: Grid; spot: Spot; nowMs: number }) {
    this.#predictor = createPredictor(start);
    this.#grid = start.grid;
    this.#leg = still(start.spot);
  }

  /** Where one is by the rules: a whole tile. */
  spot(): Spot {
    return this.#predictor.spot();
  }

  /** The tiles that are still to be walked to the chosen place. */
  path(): readonly Tile[] {
    return this.#path;
  }

  /** Walks on in a direction until told otherwise; null stops. Ends a walk to a place. */
  steer(heading: Heading | null): void {
    this.#heading = heading !== null && (heading.dx !== 0 || heading.dy !== 0) ? heading : null;
    if (this.#heading !== null) this.#path = [];
  }

  /** Walks to a tile by the shortest way. False when there is none. */
  walkTo(goal: Tile): boolean {
    const path = findPath(this.#grid, this.spot(), goal);
    if (path === null) return false;
    this.#path = path;
    return true;
  }

  halt(): void {
    this.#heading = null;
    this.#path = [];
  }

  /** Takes the next step when the one before is done; gives what to send, or null. Call it at least once per frame. */
  advance(nowMs: number): PendingStep | null {
    if (nowMs < this.#leg.endMs) return null;
    const next = this.#nextTile();
    if (next === null) return null;
    const from = this.spot();
    const step = this.#predictor.step(next, nowMs);
    if (step === null) return null;

    this.#path = this.#path.slice(1);
    const startMs = nowMs - this.#leg.endMs < SAME_WALK_MS ? this.#leg.endMs : nowMs;
    this.#leg = { from: { x: from.x, y: from.y }, to: next, startMs, endMs: startMs + paceMs(from, next) };
    return step;
  }

  /** The server accepted a step. */
  accept(ownStep: OwnStep, nowMs: number): void {
    if (this.#predictor.accept(ownStep)) this.#glide(nowMs);
  }

  /** The server refused a step. */
  reject(step: RejectedStep, nowMs: number): void {
    if (this.#predictor.reject(step)) this.#glide(nowMs);
  }

  /** Begins anew at a place: after a join, or on a changed map. */
  reset(spot: Spot, options: { nowMs: number; grid?: Grid }): void {
    this.#grid = options.grid ?? this.#grid;
    this.#predictor.reset(spot, this.#grid);
    this.#glide(options.nowMs);
  }

  /** Where to draw oneself, in tiles with fractions. */
  sample(nowMs: number): TrackSample {
    const { from, to, startMs, endMs } = this.#leg;
    const { direction } = this.spot();
    if (nowMs >= endMs) return { x: to.x, y: to.y, direction, isWalking: false };
    const share = Math.max(0, (nowMs - startMs) / (endMs - startMs));
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, direction, isWalking: true };
  }

  #nextTile(): Tile | null {
    return this.#heading === null ? this.#nextOnPath() : this.#nextByHeading(this.#heading);
  }

  #nextOnPath(): Tile | null {
    const [next] = this.#path;
    if (next === undefined) return null;
    if (checkStep(this.#grid, this.spot(), next) === null) return next;
    this.#repath();
    return this.#path[0] ?? null;
  }

  /** The tile ahead; along a wall the part of a diagonal that is free. Turns towards what blocks. */
  #nextByHeading({ dx, dy }: Heading): Tile | null {
    const spot = this.spot();
    const ways = [
      [dx, dy],
      [dx, 0],
      [0, dy],
    ].map(([x = 0, y = 0]) => ({ x: spot.x + x, y: spot.y + y }));
    const free = ways.find((way) => checkStep(this.#grid, spot, way) === null);
    if (free === undefined) this.#predictor.face(directionOf(spot, { x: spot.x + dx, y: spot.y + dy }, spot.direction));
    return free ?? null;
  }

  #repath(): void {
    const goal = this.#path.at(-1);
    this.#path = goal === undefined ? [] : (findPath(this.#grid, this.spot(), goal) ?? []);
  }

  #glide(nowMs: number): void {
    const { x, y } = this.sample(nowMs);
    const to = this.spot();
    const distance = Math.hypot(to.x - x, to.y - y);
    this.#leg =
      distance > CORRECTION_MAX_TILES
        ? still(to)
        : { from: { x, y }, to: { x: to.x, y: to.y }, startMs: nowMs, endMs: nowMs + CORRECTION_MS };
    this.#repath();
  }
}
