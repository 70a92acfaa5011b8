import type { Action } from '@metaverse/art';
import type { Direction } from '@metaverse/contracts';
import type { SeatSpot, Seats } from './seats.ts';
import { FEET } from './units.ts';
import { walkFrame } from './walk-cycle.ts';

/** Where somebody is on the grid, with fractions while they walk. */
export type Motion = { readonly x: number; readonly y: number; readonly direction: Direction; readonly isWalking: boolean };

/** How somebody is to be drawn now; `x`, `y` is the feet point in tiles. */
export type Posture = {
  readonly x: number;
  readonly y: number;
  readonly direction: Direction;
  readonly action: Action;
  readonly frame: number;
};

/** One person's body: turns where they are into how they stand, walk or sit. */
export type Figure = { readonly update: (motion: Motion, nowMs: number) => Posture };

/** Steps that follow each other a little late are still one walk. */
const WALK_HOLD_MS = 110;
/** Standing on a seat for so long is sitting down; walking past it is not. */
const SIT_AFTER_MS = 160;
const SIT_DOWN_MS = 140;

const isOnTile = ({ x, y }: Motion): boolean => Number.isInteger(x) && Number.isInteger(y);

/** Between the place on the tile and that on the seat. */
const towards = (motion: Motion, seat: SeatSpot, share: number): { x: number; y: number } => ({
  x: motion.x + FEET.x + (seat.x - motion.x - FEET.x) * share,
  y: motion.y + FEET.y + (seat.y - motion.y - FEET.y) * share,
});

/** `canSit` is false for those who bring their own chair. */
export function createFigure(seats: Seats, canSit: boolean): Figure {
  let last: Motion | null = null;
  let walked = 0;
  let walkedAtMs = -Infinity;

  return {
    update(motion, nowMs) {
      const moved = last ? Math.hypot(motion.x - last.x, motion.y - last.y) : 0;
      // A jump is no walk.
      walked += moved < 1 ? moved : 0;
      last = motion;
      if (motion.isWalking) walkedAtMs = nowMs;

      const restedMs = nowMs - walkedAtMs;
      if (restedMs < WALK_HOLD_MS) {
        return { x: motion.x + FEET.x, y: motion.y + FEET.y, direction: motion.direction, action: 'walk', frame: walkFrame(walked) };
      }
      walked = 0;
      const seat = canSit && isOnTile(motion) ? seats(motion) : undefined;
      if (!seat || restedMs < SIT_AFTER_MS) {
        return { x: motion.x + FEET.x, y: motion.y + FEET.y, direction: motion.direction, action: 'stand', frame: 0 };
      }
      const share = Math.min(1, (restedMs - SIT_AFTER_MS) / SIT_DOWN_MS);
      return { ...towards(motion, seat, share), direction: seat.direction, action: 'sit', frame: 0 };
    },
  };
}
