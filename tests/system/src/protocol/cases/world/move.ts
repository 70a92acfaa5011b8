import { describe, expect, it, vi } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { type Page } from '../../wire/shapes.ts';
import { enter, type Movement, type Rejection } from '../../wire/walker.ts';
import { isOf, SIDES, walk, type WorldScene } from './scene.ts';

export function moveCases(scene: () => WorldScene): void {
  describe('move', () => {
    it('is accepted on the eight neighbouring tiles, and shown to the others without seq', async () => {
      const space = await scene().newSpace();
      const [walker, watcher] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      const round = [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
        [1, 1],
        [-1, 1],
        [-1, -1],
        [1, -1],
      ] as const;
      for (const [dx, dy] of round) expect(await walker.walk(dx, dy)).toBe('accepted');
      const { x, y } = walker.joined.self;
      await watcher.line.next<Movement>('movement', (step) => isOf(scene().ada)(step) && step.x === x && step.y === y);
      for (const step of watcher.line.heard<Movement>('movement').filter(isOf(scene().ada))) expect(step).not.toHaveProperty('seq');
      expect(watcher.line.heard<Movement>('movement').filter(isOf(scene().bob))).toEqual([]);
    });

    it('turns one where one goes', async () => {
      const walker = await walk(scene().ada, await scene().newSpace());
      for (const { dx, dy, direction } of SIDES) {
        expect(await walker.walk(dx, dy)).toBe('accepted');
        expect(walker.line.heard<Movement>('movement').at(-1)).toMatchObject({ userId: scene().ada.id, ...walker.at(), direction });
      }
    });

    it.each([
      ['two tiles away', 2, 0],
      ['a knight’s move away', 1, 2],
      ['nowhere', 0, 0],
    ])('is rejected as not_adjacent when it leads %s, with the position that holds', async (_what, dx, dy) => {
      const walker = await walk(scene().ada, await scene().newSpace());
      const { x, y } = walker.at();
      const outcome = await walker.step({ x: x + dx, y: y + dy });
      expect(outcome).toMatchObject({ seq: 1, x, y, reason: 'not_adjacent' });
      expect(await walker.walk(1, 0)).toBe('accepted');
    });

    it('is rejected at the edge of the space', async () => {
      const space = await scene().newSpace({ width: 5, height: 5 });
      const walker = await walk(scene().ada, space);
      for (const { dx, dy } of SIDES) {
        let outcome: 'accepted' | Rejection = 'accepted';
        for (let i = 0; i < 5 && outcome === 'accepted'; i += 1) outcome = await walker.walk(dx, dy);
        const { x, y } = walker.at();
        expect(outcome).toMatchObject({ x, y, reason: 'out_of_bounds' });
        expect(x >= 0 && x < 5 && y >= 0 && y < 5).toBe(true);
        expect(await walker.walk(-dx, -dy)).toBe('accepted');
      }
    });

    it('is rejected by what blocks, around whose corners nobody cuts', async () => {
      const { items } = expectSuccess(await scene().ada.call<Page<{ id: string }>>('GET /api/v1/maps'));
      const walker = await walk(scene().ada, await scene().newSpace({ mapId: items[0]?.id }));
      let found: { dx: number; dy: number } | undefined;
      for (const { dx, dy } of SIDES) {
        for (let i = 0; i < 60; i += 1) {
          const outcome = await walker.walk(dx, dy);
          if (outcome === 'accepted') continue;
          if (outcome.reason === 'blocked') found = { dx, dy };
          break;
        }
        if (found) break;
      }
      if (!found) throw new Error('the map has nothing that blocks');
      const { x, y } = walker.at();
      const sideways = [-1, 1].map((side) => ({ x: x + (found.dx || side), y: y + (found.dy || side) }));
      for (const to of sideways) {
        const outcome = await walker.step(to);
        expect(outcome).toMatchObject({ x, y, reason: expect.stringMatching(/^(blocked|out_of_bounds)$/) });
      }
    });

    it('is rejected as too_fast beyond a short burst; the next steps follow from where one is', async () => {
      const space = await scene().newSpace({ width: 60, height: 20 });
      const walker = await walk(scene().ada, space);
      const { x, y } = walker.at();
      const dx = x < 30 ? 1 : -1;
      for (let i = 1; i <= 25; i += 1) walker.line.tell('move', { seq: i, x: x + dx * i, y });
      await vi.waitFor(() => expect(walker.line.heard<Rejection>('movement-rejected').some(({ seq }) => seq === 25)).toBe(true), {
        timeout: 5_000,
      });
      const rejections = walker.line.heard<Rejection>('movement-rejected');
      const accepted = walker.line.heard<Movement>('movement').filter(isOf(scene().ada));
      const last = accepted.at(-1);
      expect(rejections[0]).toMatchObject({ reason: 'too_fast', seq: (last?.seq ?? 0) + 1, x: last?.x, y });
      // A short burst, and the walking speed for the moment that it took; what was accepted in one tick is told as one movement.
      expect(last?.seq).toBeGreaterThanOrEqual(2);
      expect(last?.seq).toBeLessThan(15);
    });

    it('goes at six tiles a second in the long run', async () => {
      const walker = await walk(scene().ada, await scene().newSpace());
      const begin = Date.now();
      const steps = 20;
      for (let i = 0; i < steps; i += 1) expect(await walker.walk(i % 2 === 0 ? 1 : -1, 0)).toBe('accepted');
      const seconds = (Date.now() - begin) / 1_000;
      // What exceeds the burst of a few steps takes its sixth of a second.
      expect(seconds).toBeGreaterThan((steps - 12) / 6);
    });

    it('does nothing when it is malformed, and ends no connection', async () => {
      const walker = await walk(scene().ada, await scene().newSpace());
      const { x, y } = walker.at();
      for (const payload of [
        undefined,
        null,
        [],
        'left',
        {},
        { x: x + 1 },
        { x: String(x + 1), y },
        { x: x + 0.5, y },
        { x: null, y },
        { seq: -1, x: x + 1, y },
        { seq: 'a', x: x + 1, y },
        { x: { valueOf: 1 }, y },
      ]) {
        walker.line.tell('move', payload);
      }
      // A number that JSON may hold and no tile has.
      walker.line.writeRaw(`2["move",{"x":1e400,"y":${y}}]`);
      expect(await walker.step({ x: x + 1, y })).toBe('accepted');
      expect(walker.line.heard<Movement>('movement').filter(isOf(scene().ada))).toHaveLength(1);
    });

    it('is possible only inside', async () => {
      const space = await scene().newSpace();
      const line = await scene().bob.world(space.id);
      line.tell('move', { seq: 1, x: 1, y: 1 });
      line.tell('view', { x: 0, y: 0, width: 10, height: 10 });
      const walker = await enter(line, space.id);
      expect(line.heard('movement')).toEqual([]);
      expect(await walker.walk(1, 0)).toBe('accepted');
    });

    it('is not stopped by other people', async () => {
      const space = await scene().newSpace();
      const [one, two] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      const { x, y } = two.at();
      for (let i = 0; i < 40 && (one.at().x !== x || one.at().y !== y); i += 1) {
        expect(await one.walk(Math.sign(x - one.at().x), Math.sign(y - one.at().y))).toBe('accepted');
      }
      expect(one.at()).toEqual({ x, y });
    });
  });
}
