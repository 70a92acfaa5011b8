import { describe, expect, it } from 'vitest';
import { expectEmpty, expectSuccess } from '../../wire/expectations.ts';
import { expectRefused } from '../../wire/lines.ts';
import { isOf, walk, type WorldScene } from './scene.ts';

export function putOutCases(scene: () => WorldScene): void {
  describe('who may not be there any more', () => {
    it('is put out when the space is deleted', async () => {
      const space = await scene().newSpace();
      const walker = await walk(scene().bob, space);
      expectEmpty(await scene().ada.call('DELETE /api/v1/spaces/:id', { params: { id: space.id } }));
      expect(await walker.line.next('kicked')).toMatchObject({ reason: expect.stringMatching(/\S/) });
      await walker.line.ended;
      expectRefused(await (await scene().bob.world(space.id)).ask('join', { spaceId: space.id }), 'not_found');
    });

    it('is put out when the space becomes private and one is no member', async () => {
      const space = await scene().newSpace();
      const [owner, stranger] = [await walk(scene().ada, space), await walk(scene().bob, space)];
      await owner.line.next('user-joined', isOf(scene().bob));
      expectSuccess(await scene().ada.call('PUT /api/v1/spaces/:id', { params: { id: space.id }, body: { visibility: 'private' } }));
      expect(await stranger.line.next('kicked')).toMatchObject({ reason: expect.stringMatching(/\S/) });
      await stranger.line.ended;
      await owner.line.next('user-left', isOf(scene().bob), 20_000);
      expect(await owner.walk(1, 0)).toBe('accepted');
    });

    it('is put out when one logs out', async () => {
      const eve = await scene().wire.person();
      const walker = await walk(eve, await scene().newSpace());
      expectEmpty(await eve.call('POST /api/v1/logout'));
      await walker.line.ended;
    });
  });
}
