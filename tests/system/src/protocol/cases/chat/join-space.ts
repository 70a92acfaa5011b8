import { describe, expect, it } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { type Chatroom, chatroom as roomShape } from '../../wire/shapes.ts';
import { freshId } from '../../wire/wire.ts';
import { type ChatScene } from './scene.ts';

export function joinSpaceCases(scene: () => ChatScene): void {
  describe('join-space', () => {
    it('gives the rooms that one sees', async () => {
      const { rooms } = expectOk(await scene().bobLine.ask<{ rooms: Chatroom[] }>('join-space', { spaceId: scene().space.id }));
      expect(rooms).toMatchObject([{ ...roomShape, id: scene().room.id, name: 'general' }]);
    });

    it('tells of new public rooms from then on, of private ones nobody', async () => {
      const own = await scene().wire.space(scene().ada);
      const [there, away] = [await scene().bob.chat(), await scene().bob.chat()];
      expectOk(await there.ask('join-space', { spaceId: own.space.id }));
      const make = async (visibility: string) =>
        expectSuccess(
          await scene().ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
            params: { id: own.space.id },
            body: { name: visibility, visibility },
          }),
          201,
        );
      await make('private');
      const open = await make('public');
      const told = await there.next<{ room: Chatroom }>('room-created');
      expect(told.room).toMatchObject({ ...roomShape, id: open.id, name: 'public', spaceId: own.space.id });
      expect(there.heard('room-created')).toHaveLength(1);
      expect(away.heard('room-created')).toEqual([]);
    });

    it('knows no space that one may not see', async () => {
      const closed = await scene().wire.space(scene().ada, { visibility: 'private' });
      expectRefused(await scene().bobLine.ask('join-space', { spaceId: closed.space.id }), 'not_found');
      expectRefused(await scene().bobLine.ask('join-space', { spaceId: freshId() }), 'not_found');
    });
  });
}
