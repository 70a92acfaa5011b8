import { describe, expect, it } from 'vitest';
import { type Player, player as playerShape } from '../../wire/shapes.ts';
import { type Movement } from '../../wire/walker.ts';
import { isOf, walk, type WorldScene } from './scene.ts';

export function viewCases(scene: () => WorldScene): void {
  describe('view', () => {
    it('limits what one hears to what one sees', async () => {
      const space = await scene().newSpace({ width: 200, height: 200 });
      const [walker, watcher] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      expect(watcher.joined.players.map(({ userId }) => userId)).toContain(scene().ada.id);
      const { x, y } = walker.at();
      const farX = x < 100 ? 180 : 5;
      const farY = y < 100 ? 180 : 5;
      watcher.line.tell('view', { x: farX, y: farY, width: 10, height: 10 });
      expect(await watcher.walk(1, 0)).toBe('accepted');
      watcher.line.forget();
      expect(await walker.walk(1, 0)).toBe('accepted');
      expect(await walker.walk(0, 1)).toBe('accepted');
      expect(await watcher.walk(-1, 0)).toBe('accepted');
      expect(watcher.line.heard<Movement>('movement').filter(isOf(scene().ada))).toEqual([]);

      watcher.line.tell('view', { x: walker.at().x - 5, y: walker.at().y - 5, width: 10, height: 10 });
      expect(await watcher.line.next<Player>('user-joined', isOf(scene().ada))).toMatchObject({ ...playerShape, ...walker.at() });
      expect(await walker.walk(1, 0)).toBe('accepted');
      expect(await watcher.line.next<Movement>('movement', isOf(scene().ada))).toMatchObject(walker.at());
    });

    it('is clipped by the server, and refused when it is none', async () => {
      const space = await scene().newSpace({ width: 200, height: 200 });
      const walker = await walk(scene().ada, space);
      for (const payload of [
        { x: -1e9, y: -1e9, width: 2e9, height: 2e9 },
        { x: 1e300, y: 0, width: 1e300, height: 1 },
        { x: 0, y: 0, width: 0, height: -1 },
        { x: 0, y: 0 },
        { x: 'a', y: 0, width: 1, height: 1 },
        null,
        [],
      ]) {
        walker.line.tell('view', payload);
      }
      expect(await walker.walk(1, 0)).toBe('accepted');
    });
  });
}
