import { type MoveRejection, PLAYER_GRACE_MS, type Tile } from '@metaverse/contracts';
import {
  checkStep,
  chooseSpawn,
  directionOf,
  fullBudget,
  type Grid,
  isBlocked,
  type Profile,
  SLOW_EVERY_TICKS,
  spendStep,
  type Spot,
  type View,
} from '@metaverse/world-core';
import type { WorldMetrics } from '../world-metrics.ts';
import { CellMap } from './cell-map.ts';
import { NO_CROWD } from './crowds.ts';
import type { Encoding, Outlet, Player, Viewer } from './model.ts';
import { createRosterChanges, rosterPage } from './roster.ts';
import { sendFrames } from './send-frames.ts';
import { createViewer, peopleInView, viewOfPlayer } from './viewer.ts';

/** A space as it is simulated: its collision grid, and where people stood when somebody else simulated it. */
export type SpacePlan = {
  spaceId: string;
  grid: Grid;
  mapVersion: number;
  spawns: readonly Tile[];
  remembered: ReadonlyMap<string, Spot>;
};

export type Joining = { profile: Profile; outlet: Outlet; encoding: Encoding; nowMs: number };
export type Step = Tile & { seq?: number | undefined };

export type SpaceDeps = {
  metrics: WorldMetrics;
  nowMs: number;
  /** Told of everybody who comes into the space and leaves it; a reconnect is neither. */
  onEnter: (userId: string) => void;
  onLeave: (userId: string) => void;
};

/** How long the place of somebody who was there before a crash or hand-over is kept for them. */
const REMEMBERED_MS = 60_000;

/** One space with everybody in it. Knows nothing of databases, leases or sockets; time comes in. */
export class SpaceInstance {
  readonly plan: SpacePlan;
  readonly #metrics: WorldMetrics;
  readonly #deps: SpaceDeps;
  readonly #cells = new CellMap();
  readonly #players = new Map<string, Player>();
  readonly #viewers = new Set<Viewer>();
  readonly #roster = createRosterChanges();
  readonly #graceEndsAtMs = new Map<Player, number>();
  readonly #remembered: Map<string, Spot>;
  readonly #rememberedUntilMs: number;
  #nextIndex = 0;
  #lastCrowdId = NO_CROWD.id;
  #isUnsaved = false;
  /** Something that no cell knows of has to be looked at: a newcomer, another view. */
  #hasChanged = false;

  constructor(plan: SpacePlan, deps: SpaceDeps) {
    this.plan = plan;
    this.#metrics = deps.metrics;
    this.#deps = deps;
    this.#remembered = new Map(plan.remembered);
    this.#rememberedUntilMs = deps.nowMs + REMEMBERED_MS;
  }

  get viewers(): Iterable<Viewer> {
    return this.#viewers;
  }

  get players(): Iterable<Player> {
    return this.#players.values();
  }

  get isEmpty(): boolean {
    return this.#players.size === 0;
  }

  /** Puts somebody into the space, or back to their place on another connection. `others` are those in view. */
  join(joining: Joining): { player: Player; others: Player[] } {
    const player = this.#takePlace(joining);
    const viewer = createViewer(player, joining.outlet, joining.encoding);
    player.viewer = viewer;
    player.lastSeq = null;
    this.#viewers.add(viewer);
    this.#hasChanged = true;
    const inView = peopleInView(viewer, { cells: this.#cells, map: this.plan.grid });
    if (joining.encoding === 'json') {
      // The answer to `join` tells of them; the first frame then has nothing to add.
      viewer.reader.prime(inView.map((each) => ({ index: each.index, player: viewOfPlayer(each) })));
      for (const { index } of inView) viewer.known.add(index);
    }
    return { player, others: inView.filter((each) => each !== player) };
  }

  /** One step, which is taken or answered with `movement-rejected`. */
  move(player: Player, step: Step, nowMs: number): void {
    const reason = checkStep(this.plan.grid, player.spot, step);
    if (reason !== null) {
      this.#refuse(player, step, reason);
      return;
    }
    const budget = spendStep(player.budget, nowMs);
    if (budget === null) {
      this.#refuse(player, step, 'too_fast');
      return;
    }
    this.#metrics.moved('accepted');
    player.budget = budget;
    player.spot = { x: step.x, y: step.y, direction: directionOf(player.spot, step) };
    player.lastSeq = step.seq ?? null;
    if (player.viewer) {
      player.viewer.hasStepped = true;
      player.viewer.hasLooked = true;
    }
    this.#cells.move(player);
    this.#isUnsaved = true;
  }

  look(player: Player, view: View): void {
    if (!player.viewer) return;
    player.viewer.view = view;
    player.viewer.hasLooked = true;
    this.#hasChanged = true;
  }

  rosterPage(cursor: string | undefined): ReturnType<typeof rosterPage> {
    return rosterPage(this.#players.values(), cursor);
  }

  leave(player: Player): void {
    if (!player.isGone) this.#remove(player);
  }

  /** A connection is gone: after a clean end its person leaves, else the place is kept for a while. */
  disconnect(player: Player, outletId: string, end: { isClean: boolean; nowMs: number }): void {
    if (player.isGone || player.viewer?.outlet.id !== outletId) return;
    if (end.isClean) {
      this.#remove(player);
      return;
    }
    this.#detach(player);
    this.#graceEndsAtMs.set(player, end.nowMs + PLAYER_GRACE_MS);
  }

  /** Sends what has changed since the tick before. Gives how many cells were occupied; null when there was nothing to tell. */
  tick(number: number, nowMs: number): number | null {
    this.#endGraces(nowMs);
    const changes = this.#roster.take(nowMs);
    if (changes) for (const { outlet } of this.#viewers) outlet.emit('roster-changed', changes);

    const isSlowTick = number % SLOW_EVERY_TICKS === 0;
    if (!this.#hasSomethingToTell(isSlowTick)) return null;
    this.#hasChanged = false;
    const [cells, metrics] = [this.#cells, this.#metrics];
    sendFrames(this.#viewers, { tick: number, nowMs, isSlowTick, cells, map: this.plan.grid, metrics, nextId: this.#nextCrowdId });
    const { encodings, occupied } = cells.finishTick(isSlowTick);
    metrics.ticks.inc();
    metrics.cellEncodings.inc(encodings);
    metrics.occupiedCellTicks.inc(occupied);
    return occupied;
  }

  /** Where everybody is, those included who are expected back; null when the last answer still holds. */
  takeUnsaved(): Record<string, Spot> | null {
    if (!this.#isUnsaved) return null;
    this.#isUnsaved = false;
    const present = Array.from(this.#players.values(), ({ userId, spot }) => [userId, spot] as const);
    return Object.fromEntries([...this.#remembered, ...present]);
  }

  /** The last answer of `takeUnsaved` could not be stored. */
  keepUnsaved(): void {
    this.#isUnsaved = true;
  }

  /** The map was changed, and this is its new version: what is simulated here is outdated. */
  tellMapVersion(mapVersion: number): void {
    for (const { outlet } of this.#viewers) outlet.emit('space-updated', { spaceId: this.plan.spaceId, mapVersion });
  }

  /** Another instance, or nobody, serves the space from now on. Ends every connection after `tell` has said why. */
  close(how: 'final' | 'reconnect', tell: (outlet: Outlet) => void): void {
    const viewers = [...this.#viewers];
    for (const player of [...this.#players.values()]) this.#remove(player);
    for (const { outlet } of viewers) {
      tell(outlet);
      outlet.end(how);
    }
  }

  readonly #nextCrowdId = (): number => (this.#lastCrowdId += 1);

  #hasSomethingToTell(isSlowTick: boolean): boolean {
    if (this.#hasChanged || this.#cells.hasNews || (isSlowTick && this.#cells.hasSlowNews)) return true;
    for (const viewer of this.#viewers) if (viewer.needsKey) return true;
    return false;
  }

  /** Somebody whose connection dropped, who is here on another one, or who comes for the first time. */
  #takePlace({ profile, outlet, nowMs }: Joining): Player {
    const known = this.#players.get(profile.userId);
    if (!known) return this.#settle(profile, nowMs);
    const replaced = this.#detach(known);
    if (replaced && replaced.outlet.id !== outlet.id) {
      replaced.outlet.emit('kicked', { reason: 'taken-over' });
      replaced.outlet.end('final');
    }
    this.#graceEndsAtMs.delete(known);
    this.#refresh(known, profile);
    return known;
  }

  #settle(profile: Profile, nowMs: number): Player {
    const spot = this.#spotFor(profile.userId);
    const player: Player = {
      index: this.#nextIndex,
      userId: profile.userId,
      profile,
      intro: null,
      spot,
      budget: fullBudget(nowMs),
      lastSeq: null,
      cell: this.#cells.cellAt(spot),
      trail: new Set(),
      viewer: null,
      isGone: false,
    };
    this.#nextIndex += 1;
    this.#players.set(player.userId, player);
    this.#remembered.delete(player.userId);
    this.#cells.arrive(player);
    this.#roster.joined(player);
    this.#metrics.players.inc();
    this.#deps.onEnter(player.userId);
    this.#isUnsaved = true;
    return player;
  }

  #spotFor(userId: string): Spot {
    const { grid, spawns } = this.plan;
    const kept = this.#remembered.get(userId);
    if (kept && !isBlocked(grid, kept.x, kept.y)) return kept;
    const taken = new Set(Array.from(this.#players.values(), ({ spot }) => spot.y * grid.width + spot.x));
    const isTaken = ({ x, y }: Tile): boolean => taken.has(y * grid.width + x);
    // A map that is blocked all over has no better place than its corner.
    const tile = chooseSpawn(grid, spawns, { arrival: this.#nextIndex, isTaken }) ?? { x: 0, y: 0 };
    return { ...tile, direction: 'down' };
  }

  /** The same person with, perhaps, another name or look. */
  #refresh(player: Player, profile: Profile): void {
    if (JSON.stringify(profile) === JSON.stringify(player.profile)) return;
    player.profile = profile;
    player.intro = null;
    for (const viewer of this.#viewers) viewer.known.delete(player.index);
    this.#cells.arrive(player);
  }

  #detach(player: Player): Viewer | null {
    const { viewer } = player;
    if (viewer) this.#viewers.delete(viewer);
    player.viewer = null;
    return viewer;
  }

  #remove(player: Player): void {
    this.#detach(player);
    this.#graceEndsAtMs.delete(player);
    this.#players.delete(player.userId);
    this.#cells.remove(player);
    this.#roster.left(player);
    this.#metrics.players.dec();
    this.#deps.onLeave(player.userId);
    this.#isUnsaved = true;
  }

  #refuse(player: Player, step: Step, reason: MoveRejection): void {
    this.#metrics.moved(reason);
    const { x, y } = player.spot;
    player.viewer?.outlet.emit('movement-rejected', { seq: step.seq ?? null, x, y, reason });
  }

  #endGraces(nowMs: number): void {
    for (const [player, endsAtMs] of this.#graceEndsAtMs) if (nowMs >= endsAtMs) this.#remove(player);
    if (this.#remembered.size > 0 && nowMs > this.#rememberedUntilMs) this.#remembered.clear();
  }
}
