import { seededRandom } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import { fullBudget, paceMs, SPEED_TOLERANCE, type SpeedBudget, spendStep, STEP_BURST, STEP_MS, WALK_TILES_PER_SECOND } from './speed.ts';

/** Sends steps at the given times; gives how many were accepted. */
const accepted = (times: readonly number[]): number => {
  let budget: SpeedBudget = fullBudget(0);
  let count = 0;
  for (const at of times) {
    const left = spendStep(budget, at);
    if (!left) continue;
    budget = left;
    count += 1;
  }
  return count;
};

test('[WO6] a walk at the walking speed is accepted for ever', () => {
  const times = Array.from({ length: 6_000 }, (_, step) => step * STEP_MS);
  expect(accepted(times)).toBe(6_000);
});

test('[WO6] honest steps that a network held back now and then, and that shiver otherwise, all count', () => {
  const random = seededRandom(1);
  const late = Array.from({ length: 600 }, (_, step) => {
    const sentAt = step * STEP_MS;
    const stallEnds = Math.ceil(sentAt / 20_000) * 20_000;
    return stallEnds - sentAt < 800 ? stallEnds : sentAt + random() * 30;
  });
  expect(accepted(late.sort((a, b) => a - b))).toBe(600);
});

test('[WO6] a flood gets the burst and then the walking speed', () => {
  const everyMillisecond = Array.from({ length: 10_000 }, (_, ms) => ms);
  const count = accepted(everyMillisecond);
  expect(count).toBeGreaterThanOrEqual(STEP_BURST + 10 * WALK_TILES_PER_SECOND - 1);
  expect(count).toBeLessThanOrEqual(STEP_BURST + 10 * WALK_TILES_PER_SECOND * SPEED_TOLERANCE);
});

test('[WO6] what is refused costs nothing, and rest fills no more than the burst', () => {
  expect(accepted([...Array.from({ length: 100 }, () => 0), STEP_MS])).toBe(STEP_BURST + 1);
  expect(accepted(Array.from({ length: 100 }, () => 3_600_000))).toBe(STEP_BURST);
});

test('a clock that stands still or goes back gives no steps', () => {
  expect(accepted([...Array.from({ length: 6 }, () => 1_000), 500, 900, 1_000])).toBe(STEP_BURST);
});

test('walkers pace themselves to one speed, diagonals taking longer', () => {
  expect(paceMs({ x: 0, y: 0 }, { x: 1, y: 0 })).toBeCloseTo(1_000 / 6);
  expect(paceMs({ x: 0, y: 0 }, { x: 1, y: 1 })).toBeCloseTo((1_000 / 6) * Math.SQRT2);
});
