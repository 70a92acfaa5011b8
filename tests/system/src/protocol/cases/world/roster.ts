import { describe, expect, it, vi } from 'vitest';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { id } from '../../wire/shapes.ts';
import { isOf, walk, type WorldScene } from './scene.ts';

type RosterPerson = { userId: string; displayName: string; presence: string };
/** Of `roster-changed`. */
type Change = { joined: RosterPerson[]; left: string[] };
type Roster = { people: RosterPerson[]; nextCursor: string | null };

export function rosterCases(scene: () => WorldScene): void {
  describe('roster', () => {
    it('names everybody in the space', async () => {
      const space = await scene().newSpace();
      const [one] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      const { people, nextCursor } = expectOk(await one.line.ask<Roster>('roster', {}));
      expect(nextCursor).toBeNull();
      expect(people.toSorted((a, b) => a.displayName.localeCompare(b.displayName))).toMatchObject([
        { userId: scene().ada.id, displayName: 'Ada', presence: 'online' },
        { userId: scene().bob.id, displayName: 'Bob', presence: 'online' },
      ]);
    });

    it('may be asked for without payload', async () => {
      const one = await walk(scene().ada, await scene().newSpace());
      expect(expectOk(await one.line.ask<Roster>('roster')).people.map(({ userId }) => userId)).toEqual([scene().ada.id]);
    });

    it('tells who came and went, at most once a second', async () => {
      const space = await scene().newSpace({ width: 200, height: 200 });
      const begin = Date.now();
      const watcher = await walk(scene().ada, space);
      const changes = (): Change[] => watcher.line.heard<Change>('roster-changed');
      const told = (isTold: (change: Change) => boolean, times: number) =>
        vi.waitFor(() => expect(changes().filter(isTold)).toHaveLength(times), { timeout: 8_000 });
      for (const times of [1, 2]) {
        const walker = await walk(scene().bob, space);
        await told(({ joined }) => joined.some(isOf(scene().bob)), times);
        expectOk(await walker.line.ask('leave', {}));
        await told(({ left }) => left.includes(scene().bob.id), times);
      }
      // From before the first cause to after the last effect: however late each of them was, so much time lies between.
      expect(Date.now() - begin).toBeGreaterThan((changes().length - 1) * 900);
      for (const { joined, left } of changes()) {
        for (const person of joined)
          expect(person).toMatchObject({ userId: id, displayName: expect.any(String), presence: expect.any(String) });
        for (const userId of left) expect(userId).toEqual(id);
      }
    });

    it('refuses a cursor that it never gave, and who is not inside', async () => {
      const space = await scene().newSpace();
      const one = await walk(scene().ada, space);
      expectRefused(await one.line.ask('roster', { cursor: 5 }), 'invalid_payload');
      expectRefused(await one.line.ask('roster', { cursor: 'x'.repeat(10_000) }), 'invalid_payload');
      expect((await (await scene().bob.world(space.id)).ask('roster', {})).ok).toBe(false);
    });
  });
}
