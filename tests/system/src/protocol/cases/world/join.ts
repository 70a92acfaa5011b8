import { describe, expect, it, vi } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { count, type Page, type Player, player as playerShape, type Space } from '../../wire/shapes.ts';
import { enter } from '../../wire/walker.ts';
import { freshId } from '../../wire/wire.ts';
import { isOf, walk, type WorldScene } from './scene.ts';

export function joinCases(scene: () => WorldScene): void {
  describe('join', () => {
    it('gives oneself, who is in view, the space and the pace', async () => {
      const space = await scene().newSpace({ width: 17, height: 13 });
      const first = await walk(scene().ada, space);
      expect(first.joined).toMatchObject({
        self: { ...playerShape, userId: scene().ada.id, username: scene().ada.username, displayName: 'Ada' },
        players: [],
        space: { id: space.id, width: 17, height: 13, tileSize: expect.any(Number), mapVersion: count },
        tick: count,
        tickMs: expect.any(Number),
      });
      const second = await walk(scene().bob, space);
      expect(second.joined.players).toEqual([
        expect.objectContaining({ ...playerShape, userId: scene().ada.id, x: first.at().x, y: first.at().y }),
      ]);
      for (const { x, y } of [first.at(), second.at()]) expect(x < 17 && y < 13).toBe(true);
      const told = await first.line.next<Player>('user-joined', isOf(scene().bob));
      expect(told).toMatchObject({ ...second.joined.self });
    });

    it('is of the same space when its id comes in capitals', async () => {
      const space = await scene().newSpace();
      const first = await walk(scene().ada, space);
      const second = await enter(await scene().bob.world(space.id), space.id.toUpperCase(), 'json');
      expect(second.joined.space.id).toBe(space.id);
      expect(second.joined.players).toEqual([expect.objectContaining({ userId: scene().ada.id })]);
      await first.line.next<Player>('user-joined', isOf(scene().bob));
    });

    it('puts everybody inside a map that was drawn', async () => {
      const { items } = expectSuccess(await scene().ada.call<Page<{ id: string }>>('GET /api/v1/maps'));
      for (const { id: mapId } of items) {
        const space = await scene().newSpace({ mapId });
        const { self, space: shown } = (await walk(scene().bob, space)).joined;
        expect(shown).toMatchObject({ width: space.width, height: space.height });
        expect(self.x < space.width && self.y < space.height).toBe(true);
      }
    });

    it.each<[string, unknown]>([
      ['nothing', undefined],
      ['null', null],
      ['a list', []],
      ['a word as spaceId', { spaceId: 'lobby' }],
      ['an unknown encoding', { spaceId: freshId(), encoding: 'xml' }],
    ])('refuses %s', async (_what, payload) => {
      const line = await scene().ada.world(freshId());
      expectRefused(await line.ask('join', payload), 'invalid_payload');
      expect(line.isOpen()).toBe(true);
    });

    it('knows no space that is not there or not to be seen, until one is let in', async () => {
      const closed = await scene().newSpace();
      expectSuccess(await scene().bob.call('POST /api/v1/spaces/:id/join', { params: { id: closed.id } }));
      expectSuccess(await scene().ada.call('PUT /api/v1/spaces/:id', { params: { id: closed.id }, body: { visibility: 'private' } }));
      const eve = await scene().wire.person();
      const line = await eve.world(closed.id);
      expectRefused(await line.ask('join', { spaceId: closed.id }), 'not_found');
      expectRefused(await line.ask('join', { spaceId: freshId() }), 'not_found');
      expect((await walk(scene().bob, closed)).joined.self.userId).toBe(scene().bob.id);
    });

    it('asks for no membership of a public or unlisted space', async () => {
      for (const visibility of ['public', 'unlisted'])
        expect((await walk(scene().bob, await scene().newSpace({ visibility }))).joined.self.userId).toBe(scene().bob.id);
    });

    it('counts in the space’s onlineCount, while one is there', async () => {
      const space = await scene().newSpace();
      const online = async () =>
        expectSuccess(await scene().ada.call<Space>('GET /api/v1/spaces/:id', { params: { id: space.id } })).onlineCount;
      const walker = await walk(scene().bob, space);
      await vi.waitFor(async () => expect(await online()).toBe(1), { timeout: 5_000 });
      expectOk(await walker.line.ask('leave', {}));
      await vi.waitFor(async () => expect(await online()).toBe(0), { timeout: 5_000 });
    });
  });
}
