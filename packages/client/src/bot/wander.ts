import { STEP_MS } from '@metaverse/world-core';
import type { Heading } from '../world/own-walk.ts';
import type { World } from '../world/create-world.ts';

/** How many steps it goes in one direction at the most. */
const STRETCH_MAX_STEPS = 8;

const someHeading = (random: () => number): Heading => ({ dx: Math.floor(random() * 3) - 1, dy: Math.floor(random() * 3) - 1 });

/** Walks in one direction, then in another, now and then standing for a while. Returns how to stop. */
export function wander(world: Pick<World, 'steer' | 'advance'>, random: () => number): () => void {
  let stepsLeft = 0;
  const timer = setInterval(() => {
    if (stepsLeft === 0) {
      stepsLeft = 1 + Math.floor(random() * STRETCH_MAX_STEPS);
      world.steer(someHeading(random));
    }
    stepsLeft -= 1;
    world.advance();
  }, STEP_MS);
  return () => {
    clearInterval(timer);
    world.steer(null);
  };
}
