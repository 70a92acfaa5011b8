import { describe, expect, it, vi } from 'vitest';
import { expectOk } from '../../wire/lines.ts';
import { SIDES, walk, type WorldScene } from './scene.ts';

export function frameCases(scene: () => WorldScene): void {
  describe('frames', () => {
    it('are what one gets who asks for nothing else: first a key frame with all who are in view', async () => {
      const space = await scene().newSpace();
      const other = await walk(scene().bob, space);
      const viewer = await walk(scene().ada, space, 'binary');
      await vi.waitFor(() => expect(viewer.seen.placeOf(scene().bob.id)).toMatchObject(other.at()), { timeout: 5_000 });
      expect(viewer.seen.frames[0]).toMatchObject({ isKey: true, rect: { left: 0, top: 0 } });
      expect(viewer.seen.profileOf(scene().bob.id)).toMatchObject({
        userId: scene().bob.id,
        username: scene().bob.username,
        displayName: 'Bob',
        avatar: scene().bob.user.avatar,
      });
      expect(viewer.line.heard('movement')).toEqual([]);
      expect(viewer.line.heard('user-joined')).toEqual([]);
    });

    it('tell who enters, moves and leaves, and one’s own last accepted step', async () => {
      const space = await scene().newSpace();
      const viewer = await walk(scene().ada, space, 'binary');
      const other = await walk(scene().bob, space);
      await vi.waitFor(() => expect(viewer.seen.placeOf(scene().bob.id)).toMatchObject(other.at()), { timeout: 5_000 });
      for (const { dx, dy, direction } of SIDES) {
        expect(await other.walk(dx, dy)).toBe('accepted');
        await vi.waitFor(() => expect(viewer.seen.placeOf(scene().bob.id)).toEqual({ ...other.at(), direction }), { timeout: 5_000 });
      }
      expect(await viewer.walk(1, 0)).toBe('accepted');
      expect(viewer.seen.frames.at(-1)?.ownStep).toEqual({ seq: 1, ...viewer.at(), direction: 'right' });
      const { x, y } = viewer.at();
      expect(await viewer.step({ x: x + 3, y })).toMatchObject({ seq: 2, x, y, reason: 'not_adjacent' });
      expectOk(await other.line.ask('leave', {}));
      await vi.waitFor(() => expect(viewer.seen.placeOf(scene().bob.id)).toBeUndefined(), { timeout: 5_000 });
    });

    it('come once per tick at the most, and not at all without news', async () => {
      const space = await scene().newSpace();
      const [viewer, other] = [await walk(scene().ada, space, 'binary'), await walk(scene().bob, space)];
      for (let i = 0; i < 12; i += 1) expect(await other.walk(i % 2 === 0 ? 1 : -1, 0)).toBe('accepted');
      await vi.waitFor(() => expect(viewer.seen.placeOf(scene().bob.id)).toMatchObject(other.at()), { timeout: 5_000 });
      const { frames } = viewer.seen;
      const ticks = frames.map(({ tick }) => tick);
      expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b));
      expect(await viewer.walk(0, 1)).toBe('accepted');
      const before = viewer.seen.frames.length;
      // Somebody walks for a second and more, twenty ticks, where the viewer is not.
      const elsewhere = await walk(scene().bob, await scene().newSpace());
      for (let i = 0; i < 14; i += 1) expect(await elsewhere.walk(i % 2 === 0 ? 1 : -1, 0)).toBe('accepted');
      expect(viewer.seen.frames.length).toBe(before);
    });

    it('serve the cells around one’s view, inside the map', async () => {
      const space = await scene().newSpace({ width: 200, height: 200 });
      const viewer = await walk(scene().ada, space, 'binary');
      await vi.waitFor(() => expect(viewer.seen.rect).toBeDefined(), { timeout: 5_000 });
      viewer.line.tell('view', { x: 160, y: 160, width: 10, height: 10 });
      await vi.waitFor(() => expect(viewer.seen.rect?.left).toBeGreaterThan(16), { timeout: 5_000 });
      const { left, top, width, height } = viewer.seen.rect ?? { left: 0, top: 0, width: 0, height: 0 };
      // Tiles 160 to 169 are cells 20 and 21; one ring around them, and at most one more that lags behind.
      for (const begin of [left, top]) expect(begin === 18 || begin === 19).toBe(true);
      for (const end of [left + width, top + height]) expect(end === 23 || end === 24).toBe(true);
      viewer.line.tell('view', { x: -1e6, y: -1e6, width: 2e6, height: 2e6 });
      expect(await viewer.walk(1, 0)).toBe('accepted');
      for (const { rect } of viewer.seen.frames) if (rect) expect(rect.left + rect.width <= 25 && rect.top + rect.height <= 25).toBe(true);
    });
  });
}
