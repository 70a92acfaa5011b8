import { OwnWalk, wander } from '@metaverse/client';
import type { Direction } from '@metaverse/contracts';
import { STEP_MS, type Spot } from '@metaverse/world-core';
import { openGrid } from './map.ts';

export type OutgoingStep = { seq: number; x: number; y: number; direction: Direction };

/** The legs of the client's bot: its walk and its way of wandering about. */
export type Legs = {
  walk: OwnWalk;
  spot: () => Spot;
  start: (onStep: (step: OutgoingStep) => void) => void;
  rest: () => void;
};

export function createLegs(spot: Spot, random: () => number): Legs {
  const walk = new OwnWalk({ grid: openGrid, spot, nowMs: performance.now() });
  let stop = (): void => undefined;
  return {
    walk,
    spot: () => walk.spot(),
    start: (onStep) => {
      const advance = (): void => {
        const step = walk.advance(performance.now());
        if (step) onStep({ seq: step.seq, x: step.x, y: step.y, direction: walk.spot().direction });
      };
      // A crowd does not march in step.
      const first = setTimeout(() => {
        stop = wander({ steer: (heading) => walk.steer(heading), advance }, random);
      }, random() * STEP_MS);
      stop = () => clearTimeout(first);
    },
    rest: () => {
      stop();
      walk.halt();
    },
  };
}
