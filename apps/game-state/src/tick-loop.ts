import { TICK_MS } from '@metaverse/world-core';

export type TickLoop = { current: () => number; start: () => void; stop: () => void };

/**
 * Calls `tick` every `TICK_MS`. The number of a tick is the time since the loop was made, in ticks: after a pause numbers are left out rather than
 * made up for.
 */
export const createTickLoop = (nowMs: () => number, tick: (number: number, nowMs: number) => void): TickLoop => {
  const originMs = nowMs();
  let timer: NodeJS.Timeout | undefined;
  let last = 0;
  const current = (): number => Math.floor((nowMs() - originMs) / TICK_MS);

  const schedule = (): void => {
    const nextMs = originMs + (current() + 1) * TICK_MS;
    timer = setTimeout(run, Math.max(0, nextMs - nowMs()));
  };
  const run = (): void => {
    const number = current();
    // Timers may fire a moment early; a number is never used twice.
    if (number > last) {
      last = number;
      tick(number, nowMs());
    }
    schedule();
  };

  return { current, start: schedule, stop: () => clearTimeout(timer) };
};
