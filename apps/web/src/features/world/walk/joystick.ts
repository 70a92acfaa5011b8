import type { Heading } from '@metaverse/client';

/** A pull from the middle, in CSS px. */
export type Pull = { readonly x: number; readonly y: number };

/** How far the knob goes from the middle. */
export const KNOB_REACH_PX = 34;
/** A finger that rests does not walk. */
const DEAD_ZONE_PX = 12;
const SECTOR = Math.PI / 4;

/** Where the knob is drawn: under the finger, but never out of the ring. */
export function knobAt({ x, y }: Pull): Pull {
  const length = Math.hypot(x, y);
  const share = length > KNOB_REACH_PX ? KNOB_REACH_PX / length : 1;
  return { x: x * share, y: y * share };
}

/** The one of eight directions that a pull is nearest to; null for a finger that rests. */
export function headingOf({ x, y }: Pull): Heading | null {
  if (Math.hypot(x, y) < DEAD_ZONE_PX) return null;
  const angle = Math.round(Math.atan2(y, x) / SECTOR) * SECTOR;
  return { dx: Math.round(Math.cos(angle)) || 0, dy: Math.round(Math.sin(angle)) || 0 };
}
