import { describe, expect, it } from 'vitest';
import { expectEmpty, expectSuccess } from '../../wire/expectations.ts';
import { expectOk } from '../../wire/lines.ts';
import { type Chatroom, type Message, type Space } from '../../wire/shapes.ts';
import { type Person } from '../../wire/wire.ts';
import { type ChatScene, join, send } from './scene.ts';

export function noLongerReadingCases(scene: () => ChatScene): void {
  describe('[CH4] who may not read any more', () => {
    it.each<[string, (scene: { own: Chatroom; space: Space; eve: Person }) => Promise<void>]>([
      [
        'was taken out of the room',
        async ({ own, eve }) => {
          expectEmpty(await scene().ada.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: own.id, userId: eve.id } }));
        },
      ],
      [
        'left the room',
        async ({ own, eve }) => expectEmpty(await eve.call('POST /api/v1/chatrooms/:id/leave', { params: { id: own.id } })),
      ],
      [
        'left the space',
        async ({ space: of, eve }) => expectEmpty(await eve.call('POST /api/v1/spaces/:id/leave', { params: { id: of.id } })),
      ],
      [
        'is a stranger to a space that became private',
        async ({ space: of, eve }) => {
          expectEmpty(await eve.call('POST /api/v1/spaces/:id/leave', { params: { id: of.id } }));
          expectSuccess(await scene().ada.call('PUT /api/v1/spaces/:id', { params: { id: of.id }, body: { visibility: 'private' } }));
        },
      ],
    ])('hears nothing of it: %s', async (_what, remove) => {
      const { space: of } = await scene().wire.space(scene().ada);
      const eve = await scene().wire.person();
      expectSuccess(await eve.call('POST /api/v1/spaces/:id/join', { params: { id: of.id } }));
      const made = await scene().ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
        params: { id: of.id },
        body: { name: 'inner', visibility: 'private' },
      });
      const own = expectSuccess(made, 201);
      expectSuccess(
        await scene().ada.call('POST /api/v1/chatrooms/:id/members', { params: { id: own.id }, body: { userId: eve.id } }),
        201,
      );
      const [line, evesLine] = [await scene().ada.chat(), await eve.chat()];
      await join(line, own);
      await join(evesLine, own);
      const heard = expectOk(await send(line, own, 'for both'));
      await evesLine.next<Message>('receive-message', ({ id }) => id === heard.id);

      await remove({ own, space: of, eve });
      evesLine.forget();
      line.tell('typing', { roomId: own.id });
      const unheard = expectOk(await send(line, own, 'for one'));
      await line.next<Message>('receive-message', ({ id }) => id === unheard.id);
      // The answer comes behind whatever was sent to this connection before.
      await evesLine.ask('get-messages', { roomId: own.id });
      const news = evesLine.record.filter(({ event }) => ['receive-message', 'user-typing', 'recent-messages'].includes(event));
      expect(news).toEqual([]);
    });

    it('is told that they were taken in and out', async () => {
      const eve = await scene().wire.person();
      const own = expectSuccess(
        await scene().ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
          params: { id: scene().space.id },
          body: { name: 'club', visibility: 'private' },
        }),
        201,
      );
      const evesLine = await eve.chat();
      expectSuccess(
        await scene().ada.call('POST /api/v1/chatrooms/:id/members', { params: { id: own.id }, body: { userId: eve.id } }),
        201,
      );
      expect(await evesLine.next('member-added')).toMatchObject({ roomId: own.id, userId: eve.id });
      expectEmpty(await scene().ada.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: own.id, userId: eve.id } }));
      expect(await evesLine.next('member-removed')).toMatchObject({ roomId: own.id, userId: eve.id });
    });
  });
}
