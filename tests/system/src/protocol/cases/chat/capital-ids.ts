import { describe, expect, it } from 'vitest';
import { expectEmpty, expectSuccess } from '../../wire/expectations.ts';
import { expectOk } from '../../wire/lines.ts';
import { type Message } from '../../wire/shapes.ts';
import { freshId } from '../../wire/wire.ts';
import { type ChatScene, join, send } from './scene.ts';

export function capitalIdCases(scene: () => ChatScene): void {
  describe('an id in capitals', () => {
    it('names the same room: who listens hears what is written there', async () => {
      const capitals = { id: scene().room.id.toUpperCase() };
      const message = expectOk(await send(scene().adaLine, capitals, 'in capitals'));
      expect(message.roomId).toBe(scene().room.id);
      await scene().bobLine.next<Message>('receive-message', ({ id }) => id === message.id);
      const posted = await scene().ada.call<Message>('POST /api/v1/chatrooms/:id/messages', {
        params: capitals,
        body: { clientMessageId: freshId().toUpperCase(), content: 'posted in capitals' },
      });
      expect(expectSuccess(posted, 201)).toMatchObject({
        roomId: scene().room.id,
        clientMessageId: posted.body.clientMessageId.toLowerCase(),
      });
      await scene().bobLine.next<Message>('receive-message', ({ id }) => id === posted.body.id);
    });

    it('[CH4] does not keep anybody listening who has left', async () => {
      const [left, eve] = [await scene().newRoom(), await scene().wire.person()];
      const [owners, eves] = [await scene().ada.chat(), await eve.chat()];
      await join(owners, left);
      await join(eves, { id: left.id.toUpperCase() });
      expectEmpty(await eve.call('POST /api/v1/chatrooms/:id/leave', { params: { id: left.id } }));
      const { id } = expectOk(await send(owners, { id: left.id.toUpperCase() }, 'after the farewell'));
      await owners.next<Message>('receive-message', (message) => message.id === id);
      expect(eves.heard('receive-message')).toEqual([]);
    });
  });
}
