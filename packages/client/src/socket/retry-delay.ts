const FIRST_DELAY_MS = 500;
/** Low enough that people hardly notice the server's return, high enough that thousands of them do not bring it down again. */
const LONGEST_DELAY_MS = 8_000;

/**
 * Milliseconds to wait before the next attempt: doubling from half a second to eight, of which the upper half is left to chance,
 * so that clients that were cut off together do not come back together. `random` gives 0 ≤ r < 1.
 */
export function retryDelayMs(failedAttempts: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failedAttempts, 10));
  return ceiling * (0.5 + random() / 2);
}
