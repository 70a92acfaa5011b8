import { expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

it('waits longer after each failure, up to a limit, with half of it left to chance', () => {
  const longest = [0, 1, 2, 3, 4, 5, 50].map((failures) => retryDelayMs(failures, () => 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(retryDelayMs(3, () => 0)).toBe(2_000);
});
