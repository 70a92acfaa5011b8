import type { Spot } from './frame/frame.ts';
import { paceMs, STEP_MS, TICK_MS } from './speed.ts';

/**
 * How far behind the server others are drawn: the step that is under way, and one tick for frames that come late. Nothing is
 * guessed ahead: whoever stops on a tile would be drawn beyond it and pulled back.
 */
export const INTERPOLATION_DELAY_MS = STEP_MS + TICK_MS;

/** A longer way in one go is no walk: the person is simply there. */
const WALK_MAX_TILES = 3;

type Leg = { from: Spot; to: Spot; startMs: number; endMs: number };

/** The walk of somebody else, as far as it has to be remembered to draw it. Times are on the clock that the caller chose. */
export type Track = { readonly legs: readonly Leg[] };

export type TrackSample = {
  /** In tiles, with fractions; the middle of a tile is its whole number. */
  x: number;
  y: number;
  direction: Spot['direction'];
  isWalking: boolean;
};

/** Somebody who stands still. */
export const startTrack = (spot: Spot, atMs: number): Track => ({ legs: [{ from: spot, to: spot, startMs: atMs, endMs: atMs }] });

/**
 * The track after a frame of time `atMs` said where the person is. Steps that follow each other within a tick of the walking pace
 * are put exactly one pace apart, so that the rhythm of the ticks does not show.
 */
export const extendTrack = (track: Track, spot: Spot, atMs: number): Track => {
  const last = track.legs.at(-1);
  if (!last) return startTrack(spot, atMs);
  const tiles = Math.max(Math.abs(spot.x - last.to.x), Math.abs(spot.y - last.to.y));
  if (tiles > WALK_MAX_TILES) return startTrack(spot, atMs);
  const pace = paceMs(last.to, spot);
  const inRhythm = last.endMs + pace;
  const endMs = Math.abs(atMs - inRhythm) <= TICK_MS ? inRhythm : Math.max(atMs, last.endMs);
  const startMs = Math.max(last.endMs, endMs - pace);
  // What ended before the delayed present began is never drawn again.
  const kept = track.legs.filter((leg) => leg.endMs >= atMs - 2 * INTERPOLATION_DELAY_MS);
  return { legs: [...kept, { from: last.to, to: spot, startMs, endMs }] };
};

/** Where to draw somebody at `timeMs`, which is the present less `INTERPOLATION_DELAY_MS`. */
export const sampleTrack = ({ legs }: Track, timeMs: number): TrackSample => {
  const leg = legs.find(({ endMs }) => timeMs < endMs) ?? legs.at(-1);
  if (!leg) throw new RangeError('a track has at least one leg');
  const { from, to, startMs, endMs } = leg;
  if (timeMs >= endMs) return { x: to.x, y: to.y, direction: to.direction, isWalking: false };
  if (timeMs <= startMs) return { x: from.x, y: from.y, direction: from.direction, isWalking: false };
  const share = (timeMs - startMs) / (endMs - startMs);
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
    direction: to.direction,
    isWalking: from.x !== to.x || from.y !== to.y,
  };
};
