import { describe, expect, it } from 'vitest';
import { type Player } from '../../wire/shapes.ts';
import { type Movement } from '../../wire/walker.ts';
import { isOf, walk, type WorldScene } from './scene.ts';

export function takeOverCases(scene: () => WorldScene): void {
  describe('a second connection of the same person', () => {
    it('takes over the avatar; the first is told and closed', async () => {
      const space = await scene().newSpace();
      const watcher = await walk(scene().bob, space);
      const first = await walk(scene().ada, space);
      expect(await first.walk(1, 0)).toBe('accepted');
      await watcher.line.next<Player>('user-joined', isOf(scene().ada));
      watcher.line.forget();
      const second = await walk(scene().ada, space);
      expect(await first.line.next('kicked')).toMatchObject({ reason: 'taken-over' });
      await first.line.ended;
      expect(second.joined.self).toMatchObject(first.at());
      expect(await second.walk(1, 0)).toBe('accepted');
      await watcher.line.next<Movement>('movement', isOf(scene().ada));
      expect(watcher.line.heard('user-left')).toEqual([]);
      expect(watcher.line.heard('user-joined')).toEqual([]);
    });
  });
}
