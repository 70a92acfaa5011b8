import { TICK_MS } from './speed.ts';

/** How fast the estimate gives way when frames come later for good, in milliseconds per tick: ten milliseconds a second. */
const DRIFT_MS_PER_TICK = 0.5;

/**
 * Puts ticks on the receiver's clock. The quickest frame shows best how the clocks lie, so that a late one does not move what it
 * tells; if all get slower, the estimate follows by `DRIFT_MS_PER_TICK`.
 */
export type TickClock = {
  /** A frame of this tick arrived at `nowMs`; gives the time of the tick on the receiver's clock. */
  readonly observe: (tick: number, nowMs: number) => number;
};

export const createTickClock = (tickMs: number = TICK_MS): TickClock => {
  let newest: { tick: number; offsetMs: number } | null = null;
  return {
    observe: (tick, nowMs) => {
      const offsetMs = nowMs - tick * tickMs;
      const allowed = newest === null ? offsetMs : newest.offsetMs + Math.max(0, tick - newest.tick) * DRIFT_MS_PER_TICK;
      newest = { tick, offsetMs: Math.min(offsetMs, allowed) };
      return tick * tickMs + newest.offsetMs;
    },
  };
};
