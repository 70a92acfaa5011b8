import { randomUUID } from 'node:crypto';
import type { Pace, PaceLimits } from '@metaverse/service-kit';
import { describe, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';

/** What every pace promises. */
export function describePace(name: string, open: (limits: PaceLimits) => Promise<Pace>): void {
  describe(`the pace of ${name}`, () => {
    test('lets a burst through, then tells how long to wait, each key by itself', async () => {
      const pace = await open({ burst: 3, perSecond: 0.5 });
      const [key, other] = [randomUUID(), randomUUID()];
      const waits = await Promise.all([1, 2, 3, 4].map(() => pace.take(key)));
      expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
      expect(waits[3]).toBeGreaterThan(1);
      expect(waits[3]).toBeLessThanOrEqual(2);
      expect(await pace.take(other)).toBe(0);
    });

    test('goes on at its rate', async () => {
      const pace = await open({ burst: 1, perSecond: 20 });
      const key = randomUUID();
      expect(await pace.take(key)).toBe(0);
      expect(await pace.take(key)).toBeGreaterThan(0);
      await eventually(async () => expect(await pace.take(key)).toBe(0));
    });
  });
}
