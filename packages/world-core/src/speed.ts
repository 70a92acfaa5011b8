import type { Tile } from '@metaverse/contracts';

/** Walking speed, in tiles a second. A step is one tile, diagonal ones too: that is what the server counts. */
export const WALK_TILES_PER_SECOND = 6;
/** How long one straight step takes. */
export const STEP_MS = 1_000 / WALK_TILES_PER_SECOND;
/** Steps that may come at once: one second of walking, which is what a network that stalls for a second delivers in one go. */
export const STEP_BURST = 6;
/**
 * Steps are earned this much faster than one walks, so that clocks may differ and somebody whose steps the network held back
 * has the burst again after a while.
 */
export const SPEED_TOLERANCE = 1.05;
/** The server's rhythm: 20 ticks a second. */
export const TICK_MS = 50;

/** A token bucket of steps; `budget` held at `atMs` of any clock that only goes forward. */
export type SpeedBudget = { readonly budget: number; readonly atMs: number };

/** The bucket of somebody who stood still until now. */
export const fullBudget = (nowMs: number): SpeedBudget => ({ budget: STEP_BURST, atMs: nowMs });

/** Takes one step out of the bucket. Null means the step comes too fast and nothing is taken. */
export const spendStep = ({ budget, atMs }: SpeedBudget, nowMs: number): SpeedBudget | null => {
  const elapsedMs = Math.max(0, nowMs - atMs);
  const available = Math.min(STEP_BURST, budget + (elapsedMs / STEP_MS) * SPEED_TOLERANCE);
  return available >= 1 ? { budget: available - 1, atMs: Math.max(atMs, nowMs) } : null;
};

/**
 * How long a walker takes for the way between two tiles, in milliseconds. Clients send their next step after this time:
 * diagonals take √2 as long, so that everybody is seen to walk at one speed, and are never refused for it.
 */
export const paceMs = (from: Tile, to: Tile): number => Math.hypot(to.x - from.x, to.y - from.y) * STEP_MS;
