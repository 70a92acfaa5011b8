import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';

const take = (seed: number, count: number): number[] => Array.from({ length: count }, seededRandom(seed));

test('the same seed gives the same numbers, another seed others', () => {
  expect(take(42, 100)).toEqual(take(42, 100));
  expect(take(42, 100)).not.toEqual(take(43, 100));
});

test('numbers lie in [0, 1) and spread evenly', () => {
  const numbers = take(1, 10_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((number) => Math.floor(number * 10) === tenth).length);
  for (const count of tenths) expect(count).toBeGreaterThan(850);
});
