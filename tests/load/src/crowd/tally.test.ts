import { expect, it } from 'vitest';
import { createTally } from './tally.ts';

it('counts steps, sightings and frames until it is reset', () => {
  const tally = createTally();
  const [first, second] = [tally.watch(0, () => false), tally.watch(1, () => true)];
  tally.stepped('a', { x: 1, y: 1 });
  for (let seen = 0; seen < 16; seen += 1) second.onSeen('a', { x: 1, y: 1 });
  first.onSeen('a', { x: 1, y: 1 });
  first.onFrame(10);
  second.onFrame(20);
  expect([tally.steps(), tally.seen(), tally.useful(), tally.frames(), tally.frameBytes()]).toEqual([1, 17, 16, 2, 30]);
  expect(tally.latenciesMs()).toHaveLength(1);
  expect(tally.hasEqualFrames(true)).toBe(true);

  first.onFrame(10);
  expect(tally.hasEqualFrames(true)).toBe(false);
  tally.reset();
  expect([tally.steps(), tally.seen(), tally.frames(), tally.latenciesMs().length]).toEqual([0, 0, 0, 0]);
});
