import { describe, expect, it } from 'vitest';
import { expectOk } from '../../wire/lines.ts';
import { type Player } from '../../wire/shapes.ts';
import { enter, type Movement } from '../../wire/walker.ts';
import { isOf, walk, type WorldScene } from './scene.ts';

export function leaveCases(scene: () => WorldScene): void {
  describe('leaving', () => {
    it('is seen at once after leave', async () => {
      const space = await scene().newSpace();
      const [watcher, walker] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      await watcher.line.next('user-joined', isOf(scene().bob));
      const begin = Date.now();
      expect(expectOk(await walker.line.ask('leave', {}))).toEqual({});
      expect(await watcher.line.next('user-left', isOf(scene().bob))).toMatchObject({ userId: scene().bob.id });
      expect(Date.now() - begin).toBeLessThan(5_000);
      expectOk(await walker.line.ask('leave'));
      expect((await enter(walker.line, space.id)).joined.players.map(({ userId }) => userId)).toEqual([scene().ada.id]);
    });

    it('is seen at once after a clean disconnect', async () => {
      const space = await scene().newSpace();
      const [watcher, walker] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      await watcher.line.next('user-joined', isOf(scene().bob));
      const begin = Date.now();
      walker.line.close();
      await watcher.line.next('user-left', isOf(scene().bob));
      expect(Date.now() - begin).toBeLessThan(5_000);
    });

    it.concurrent('is seen 10 s after a connection dropped', async () => {
      const [one, two] = [await scene().wire.person(), await scene().wire.person()];
      const { space } = await scene().wire.space(one);
      const [watcher, walker] = [await walk(one, space), await walk(two, space)];
      await watcher.line.next('user-joined', isOf(two));
      const begin = Date.now();
      walker.line.cut();
      await watcher.line.next('user-left', isOf(two), 20_000);
      expect(Date.now() - begin).toBeGreaterThan(9_000);
    });

    it.concurrent('is not seen when one comes back in time, to the same place', async () => {
      const [one, two, three] = [await scene().wire.person(), await scene().wire.person(), await scene().wire.person()];
      const { space } = await scene().wire.space(one);
      const [watcher, walker, other] = [await walk(one, space), await walk(two, space), await walk(three, space)];
      for (const person of [two, three]) await watcher.line.next<Player>('user-joined', isOf(person));
      for (const [dx, dy] of [
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const)
        expect(await walker.walk(dx, dy)).toBe('accepted');
      await watcher.line.next<Movement>('movement', (step) => isOf(two)(step) && step.x === walker.at().x && step.y === walker.at().y);
      watcher.line.forget();
      walker.line.cut();
      await walker.line.ended;
      const back = await walk(two, space);
      expect(back.joined.self).toMatchObject(walker.at());
      // Who dropped later and stays away marks the time after which nothing more can come.
      other.line.cut();
      await watcher.line.next('user-left', isOf(three), 20_000);
      expect(watcher.line.record.filter(({ event, payload }) => /^user-/.test(event) && isOf(two)(payload as Player))).toEqual([]);
    });
  });
}
