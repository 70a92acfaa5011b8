import { STEP_MS } from '@metaverse/world-core';
import type { Heading } from '../world/own-walk.ts';
import type { World } from '../world/create-world.ts';

/** How many steps it goes in one direction at the most. */
const STRETCH_MAX_STEPS = 8;
/** Shorter than a step, so that none begins late: a step that is due soon after the one before continues it. */
const ADVANCE_MS = 50;

const someHeading = (random: () => number): Heading => ({ dx: Math.floor(random() * 3) - 1, dy: Math.floor(random() * 3) - 1 });

/** Walks in one direction, then in another, now and then standing for a while. Returns how to stop. */
export function wander(world: Pick<World, 'steer' | 'advance'>, random: () => number): () => void {
  let leftMs = 0;
  const timer = setInterval(() => {
    if (leftMs <= 0) {
      leftMs = (1 + Math.floor(random() * STRETCH_MAX_STEPS)) * STEP_MS;
      world.steer(someHeading(random));
    }
    leftMs -= ADVANCE_MS;
    world.advance();
  }, ADVANCE_MS);
  return () => {
    clearInterval(timer);
    world.steer(null);
  };
}
