import { describe, expect, it } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { type Chatroom, chatroom as roomShape, type Message, message as messageShape, type Page, summary } from '../../wire/shapes.ts';
import { freshId } from '../../wire/wire.ts';
import { type ChatScene, join, send, seqs } from './scene.ts';

export function joinRoomCases(scene: () => ChatScene): void {
  describe('join-room', () => {
    it('makes a member of who was none, and gives the latest 50', async () => {
      const busy = await scene().newRoom();
      const line = await scene().ada.chat();
      for (let i = 1; i <= 53; i += 1) expectOk(await send(line, busy, `${i}`));
      const eve = await scene().wire.person();
      const eveLine = await eve.chat();
      const joined = await join(eveLine, busy);
      expect(joined).toMatchObject({ room: { ...roomShape, id: busy.id, myRole: 'member' }, lastSeq: 53, changes: [], hasMore: true });
      expect(joined.revision).toEqual(expect.any(Number));
      expect(seqs(joined.messages)).toEqual(Array.from({ length: 50 }, (_, i) => i + 4));
      for (const message of joined.messages) expect(message).toMatchObject({ ...messageShape, roomId: busy.id });
      const members = expectSuccess(
        await scene().ada.call<Page<{ userId: string }>>('GET /api/v1/chatrooms/:id/members', { params: { id: busy.id } }),
      );
      expect(members.items.map(({ userId }) => userId)).toContain(eve.id);
    });

    it('names those who listen now', async () => {
      const quiet = await scene().newRoom();
      const [one, two] = [await scene().ada.chat(), await scene().bob.chat()];
      expect((await join(one, quiet)).members.map(({ id }) => id)).toEqual([scene().ada.id]);
      const { members } = await join(two, quiet);
      expect(members.map(({ id }) => id).toSorted()).toEqual([scene().ada.id, scene().bob.id].toSorted());
      expect(members).toContainEqual(
        expect.objectContaining({ ...summary, id: scene().ada.id, username: scene().ada.username, displayName: 'Ada' }),
      );
    });

    it('[CH2] gives all that followed afterSeq, page by page', async () => {
      const long = await scene().newRoom();
      const post = async (): Promise<void> => {
        const body = { clientMessageId: freshId(), content: 'x' };
        expectSuccess(await scene().ada.call('POST /api/v1/chatrooms/:id/messages', { params: { id: long.id }, body }), 201);
      };
      await Promise.all(Array.from({ length: 210 }, post));
      const line = await scene().bob.chat();
      const first = await join(line, long, { afterSeq: 5 });
      expect(seqs(first.messages)).toEqual(Array.from({ length: 200 }, (_, i) => i + 6));
      expect(first).toMatchObject({ hasMore: true, lastSeq: 210 });
      const rest = await join(line, long, { afterSeq: 205 });
      expect(seqs(rest.messages)).toEqual([206, 207, 208, 209, 210]);
      expect(rest.hasMore).toBe(false);
      expect((await join(line, long, { afterSeq: 210, afterRevision: 0 })).messages).toEqual([]);
    });

    it('sends recent-messages to who waits for no ack', async () => {
      const own = await scene().newRoom();
      const line = await scene().ada.chat();
      expectOk(await send(line, own, 'before'));
      const bobs = await scene().bob.chat();
      bobs.tell('join-room', { roomId: own.id });
      const recent = await bobs.next<{ roomId: string; messages: Message[] }>('recent-messages');
      expect(recent).toMatchObject({ roomId: own.id, messages: [{ ...messageShape, content: 'before' }] });
      expectOk(await send(line, own, 'after'));
      await bobs.next<Message>('receive-message', ({ content }) => content === 'after');
    });

    it('sends no recent-messages to who has the ack', async () => {
      const line = await scene().bob.chat();
      await join(line, scene().room);
      expectOk(await line.ask('get-messages', { roomId: scene().room.id }));
      expect(line.heard('recent-messages')).toEqual([]);
    });

    it('knows no room that one may not see', async () => {
      const closed = expectSuccess(
        await scene().ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
          params: { id: scene().space.id },
          body: { name: 'closed', visibility: 'private' },
        }),
        201,
      );
      expectRefused(await scene().bobLine.ask('join-room', { roomId: closed.id }), 'not_found');
      expectRefused(await scene().bobLine.ask('join-room', { roomId: freshId() }), 'not_found');
    });
  });
}
