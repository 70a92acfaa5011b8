import { describe, expect, it } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { walk, type WorldScene } from './scene.ts';

export function mapChangeCases(scene: () => WorldScene): void {
  describe('a map that is changed', () => {
    it('is told with its version, and met by whoever comes back', async () => {
      const space = await scene().newSpace({ width: 30, height: 30 });
      const before = await walk(scene().ada, space);
      expectSuccess(await scene().ada.call('PUT /api/v1/spaces/:id', { params: { id: space.id }, body: { width: 12, height: 14 } }));
      const { mapVersion } = before.joined.space;
      expect(await before.line.next('space-updated')).toEqual({ spaceId: space.id, mapVersion: mapVersion + 1 });
      expect(await before.line.next('moved-away')).toEqual({ spaceId: space.id });
      const after = await walk(scene().ada, space);
      expect(after.joined.space).toMatchObject({ width: 12, height: 14, mapVersion: mapVersion + 1 });
      expect(after.at().x < 12 && after.at().y < 14).toBe(true);
    });
  });
}
