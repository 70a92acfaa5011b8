import { randomUUID } from 'node:crypto';
import { places, type PresenceStore } from '@metaverse/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** What every implementation of `PresenceStore` keeps to. */
export const describePresenceStore = (name: string, make: () => Promise<PresenceStore>): void => {
  describe(`the presence store: ${name}`, () => {
    let store: PresenceStore;
    beforeEach(async () => {
      store = await make();
    });
    afterEach(() => store.stop());

    const entry = (place: string, userId: string, connectionId: string = randomUUID()) => ({ place, userId, connectionId });

    test('counts a person once, however many connections they have', async () => {
      const place = places.room(randomUUID());
      const [ada, bob] = [randomUUID(), randomUUID()];
      const [first, second] = [entry(place, ada), entry(place, ada)];
      expect(await store.enter(first)).toBe(true);
      expect(await store.enter(second)).toBe(false);
      expect(await store.enter(entry(place, bob))).toBe(true);
      expect((await store.list(place)).sort()).toEqual([ada, bob].sort());
      expect(await store.counts([place])).toEqual([2]);

      expect(await store.leave(first)).toBe(false);
      expect(await store.leave(second)).toBe(true);
      expect(await store.list(place)).toEqual([bob]);
    });

    test('takes the same entry and the same leaving twice', async () => {
      const one = entry(places.online, randomUUID());
      expect(await store.enter(one)).toBe(true);
      expect(await store.enter(one)).toBe(false);
      expect(await store.leave(one)).toBe(true);
      expect(await store.leave(one)).toBe(false);
      expect(await store.list(places.online)).not.toContain(one.userId);
    });

    test('keeps places apart', async () => {
      const [here, there] = [places.space(randomUUID()), places.space(randomUUID())];
      const userId = randomUUID();
      await store.enter(entry(here, userId));
      expect(await store.leave(entry(there, userId))).toBe(false);
      expect(await store.counts([there, here, there])).toEqual([0, 1, 0]);
      expect(await store.counts([])).toEqual([]);
      expect(await store.list(there)).toEqual([]);
    });
  });
};
