import { describe, it } from 'vitest';
import { expectEmpty } from '../../wire/expectations.ts';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { type ChatScene, join, send } from './scene.ts';

export function deleteSpaceCases(scene: () => ChatScene): void {
  describe('deleting a space', () => {
    it('tells who was in it that its rooms are gone', async () => {
      const own = await scene().wire.space(scene().ada);
      const line = await scene().bob.chat();
      expectOk(await line.ask('join-space', { spaceId: own.space.id }));
      await join(line, own.general);
      expectEmpty(await scene().ada.call('DELETE /api/v1/spaces/:id', { params: { id: own.space.id } }));
      await line.next<{ roomId: string }>('room-deleted', ({ roomId }) => roomId === own.general.id);
      expectRefused(await send(line, own.general, 'anybody?'), 'not_found');
    });
  });
}
