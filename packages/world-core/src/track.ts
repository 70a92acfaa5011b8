import type { Spot } from './frame/frame.ts';
import { paceMs, STEP_MS, TICK_MS } from './speed.ts';

/**
 * How far behind the server others are drawn: the step that is under way, and one tick for frames that come late. Nothing is
 * guessed ahead: whoever stops on a tile would be drawn beyond it and pulled back.
 */
export const INTERPOLATION_DELAY_MS = STEP_MS + TICK_MS;

/** What is left to be drawn when the walk begins to slow down, so that a step that comes later still finds it moving. */
const TAIL_MS = TICK_MS;
/** The slowest that such a walk is drawn, as a share of its speed. */
const SLOWEST = 0.3;
/** Who is drawn later than the delay asks for catches up by this part of what is missing per millisecond: 5 % faster when 50 ms late. */
const CATCH_UP_PER_MS = 1 / 1_000;
/** What is further behind is not walked after: nobody looked, or the machine slept. */
const BEHIND_MAX_MS = 1_000;

/** A step that comes this much later than walking takes belongs to the same walk, on a line that stalled: it is drawn slower, not after a halt. */
const SAME_WALK_MS = 150;
/** Steps that come in a heap after such a stall are drawn this much faster than one walks, until the walk is where it should be. */
const HURRY = 1.5;
/** A longer way in one go is no walk: the person is simply there. */
const WALK_MAX_TILES = 3;

type Leg = { from: Spot; to: Spot; startMs: number; endMs: number };

/**
 * The walk of somebody else, as far as it has to be remembered to draw it, and the moment of it that is drawn. Times are on the
 * clock that the caller chose. A network that delivers unevenly is seen as a walk that is a little slower here and a little
 * faster there, as a jitter buffer with adaptive playout does with sound; it neither halts nor skips.
 */
export type Track = { readonly legs: readonly Leg[]; readonly headMs: number; readonly playedAtMs: number };

export type TrackSample = {
  /** In tiles, with fractions; the middle of a tile is its whole number. */
  x: number;
  y: number;
  direction: Spot['direction'];
  isWalking: boolean;
};

const endOf = (legs: readonly Leg[]): number => legs.at(-1)?.endMs ?? -Infinity;

/** Somebody who stands still. */
export const startTrack = (spot: Spot, atMs: number): Track => ({
  legs: [{ from: spot, to: spot, startMs: atMs, endMs: atMs }],
  headMs: atMs,
  playedAtMs: atMs,
});

/**
 * The track after a frame of time `atMs` said where the person is. Steps that follow each other within a tick of the walking pace
 * are put exactly one pace apart, so that the rhythm of the ticks does not show.
 */
export const extendTrack = (track: Track, spot: Spot, atMs: number): Track => {
  const last = track.legs.at(-1);
  if (!last) return startTrack(spot, atMs);
  const tiles = Math.max(Math.abs(spot.x - last.to.x), Math.abs(spot.y - last.to.y));
  if (tiles > WALK_MAX_TILES) return startTrack(spot, atMs);
  const times = timesOfLeg({ afterMs: last.endMs, paceMs: paceMs(last.to, spot), atMs });
  // Who was drawn at rest sets out now: a step that comes late is not begun in its middle.
  const headMs = track.headMs >= last.endMs ? Math.min(track.headMs, times.startMs) : track.headMs;
  const fromMs = Math.max(headMs, atMs - INTERPOLATION_DELAY_MS - BEHIND_MAX_MS);
  const kept = track.legs.filter((leg) => leg.endMs >= fromMs);
  return { legs: [...kept, { from: last.to, to: spot, ...times }], headMs, playedAtMs: track.playedAtMs };
};

/** When the way is walked that ends where a frame of `atMs` found the person, and follows what ended at `afterMs`. */
const timesOfLeg = ({ afterMs, paceMs, atMs }: { afterMs: number; paceMs: number; atMs: number }): { startMs: number; endMs: number } => {
  const inRhythm = afterMs + paceMs;
  const lateMs = atMs - inRhythm;
  if (Math.abs(lateMs) <= TICK_MS) return { startMs: afterMs, endMs: inRhythm };
  if (lateMs > SAME_WALK_MS) return { startMs: atMs - paceMs, endMs: atMs };
  return { startMs: afterMs, endMs: Math.max(atMs, afterMs + paceMs / HURRY) };
};

/** The track with the moment moved on that is to be drawn at `nowMs`. Call it once per picture, or more often. */
export const playTrack = (track: Track, nowMs: number): Track => {
  const { legs, headMs } = track;
  const dueMs = nowMs - INTERPOLATION_DELAY_MS;
  const elapsedMs = Math.max(0, nowMs - track.playedAtMs);
  const leftMs = endOf(legs) - headMs;
  if (leftMs <= 0 || dueMs - headMs > BEHIND_MAX_MS) return { legs, headMs: Math.max(headMs, dueMs), playedAtMs: nowMs };
  const behindMs = Math.max(0, dueMs - headMs - elapsedMs);
  const speed = Math.max(SLOWEST, Math.min(1 + behindMs * CATCH_UP_PER_MS, leftMs / TAIL_MS));
  return { legs, headMs: Math.max(headMs, Math.min(dueMs, headMs + elapsedMs * speed)), playedAtMs: nowMs };
};

/** Where to draw somebody, after `playTrack`. */
export const sampleTrack = ({ legs, headMs }: Track): TrackSample => {
  const leg = legs.find(({ endMs }) => headMs < endMs) ?? legs.at(-1);
  if (!leg) throw new RangeError('a track has at least one leg');
  const { from, to, startMs, endMs } = leg;
  if (headMs >= endMs) return { x: to.x, y: to.y, direction: to.direction, isWalking: false };
  if (headMs <= startMs) return { x: from.x, y: from.y, direction: from.direction, isWalking: false };
  const share = (headMs - startMs) / (endMs - startMs);
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    direction: to.direction,
    isWalking: from.x !== to.x || from.y !== to.y,
  };
};
