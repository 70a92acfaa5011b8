import { describe, expect, it } from 'vitest';
import { expectSuccess } from '../../wire/expectations.ts';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { type Message, message as messageShape, type Page } from '../../wire/shapes.ts';
import { freshId } from '../../wire/wire.ts';
import { type ChatScene, join, received, send, seqs } from './scene.ts';

export function sendMessageCases(scene: () => ChatScene): void {
  describe('send-message', () => {
    it('is acknowledged with the stored message and heard once by everybody who listens', async () => {
      const sent = expectOk(await send(scene().adaLine, scene().room, 'good morning'));
      expect(sent).toMatchObject({
        ...messageShape,
        roomId: scene().room.id,
        senderId: scene().ada.id,
        content: 'good morning',
        type: 'text',
        sender: { id: scene().ada.id, username: scene().ada.username },
      });
      for (const line of [scene().adaLine, scene().bobLine]) {
        expect(await line.next<Message>('receive-message', ({ id }) => id === sent.id)).toEqual(sent);
      }
      // What comes next has been behind any second copy.
      const next = expectOk(await send(scene().bobLine, scene().room, 'good evening'));
      for (const line of [scene().adaLine, scene().bobLine]) {
        await line.next<Message>('receive-message', ({ id }) => id === next.id);
        expect(received(line, scene().room.id).filter(({ id }) => id === sent.id)).toHaveLength(1);
      }
      const history = await scene().ada.call<Page<Message>>('GET /api/v1/chatrooms/:id/messages', {
        params: { id: scene().room.id },
        query: { limit: 2 },
      });
      expect(expectSuccess(history).items).toEqual([sent, next]);
    });

    it('reaches every connection of a person, and works without an ack', async () => {
      const second = await scene().ada.chat();
      await join(second, scene().room);
      const content = `quiet ${freshId()}`;
      scene().bobLine.tell('send-message', { roomId: scene().room.id, clientMessageId: freshId(), content });
      for (const line of [scene().adaLine, second, scene().bobLine])
        await line.next<Message>('receive-message', (message) => message.content === content);
    });

    it('hears what is posted over HTTP like any other', async () => {
      const body = { clientMessageId: freshId(), content: 'by post' };
      const posted = expectSuccess(
        await scene().ada.call<Message>('POST /api/v1/chatrooms/:id/messages', { params: { id: scene().room.id }, body }),
        201,
      );
      expect(await scene().bobLine.next<Message>('receive-message', ({ id }) => id === posted.id)).toEqual(posted);
    });

    it('gives the same message for the same clientMessageId, over HTTP too, and tells nobody again', async () => {
      const clientMessageId = freshId();
      const first = expectOk(await send(scene().adaLine, scene().room, { content: 'once', clientMessageId }));
      expect(expectOk(await send(scene().adaLine, scene().room, { content: 'once more', clientMessageId }))).toEqual(first);
      const posted = await scene().ada.call<Message>('POST /api/v1/chatrooms/:id/messages', {
        params: { id: scene().room.id },
        body: { clientMessageId, content: 'once' },
      });
      expect(expectSuccess(posted)).toEqual(first);
      const mark = expectOk(await send(scene().adaLine, scene().room, 'mark'));
      await scene().bobLine.next<Message>('receive-message', ({ id }) => id === mark.id);
      expect(received(scene().bobLine, scene().room.id).filter(({ id }) => id === first.id)).toHaveLength(1);
      expect(mark.seq).toBe(first.seq + 1);
    });

    it('refuses the same clientMessageId in another room', async () => {
      const other = await scene().newRoom();
      const clientMessageId = freshId();
      expectOk(await send(scene().adaLine, scene().room, { content: 'here', clientMessageId }));
      expectRefused(await send(scene().adaLine, other, { content: 'there', clientMessageId }), 'conflict');
    });

    it('needs membership: forbidden where one sees the room, not_found where not', async () => {
      const eve = await scene().wire.person();
      const line = await eve.chat();
      expectRefused(await send(line, scene().room, 'hello'), 'forbidden');
      expectRefused(await send(line, { id: freshId() }, 'hello'), 'not_found');
      const closed = await scene().wire.space(scene().ada, { visibility: 'private' });
      expectRefused(await send(line, closed.general, 'hello'), 'not_found');
    });

    it('does not need to listen', async () => {
      const line = await scene().bob.chat();
      const sent = expectOk(await send(line, scene().room, 'in passing'));
      await scene().adaLine.next<Message>('receive-message', ({ id }) => id === sent.id);
      expect(line.heard('receive-message')).toEqual([]);
    });

    it('[CH1] gives consecutive seq, in the order in which one connection sent', async () => {
      const own = await scene().newRoom();
      const [one, two] = [await scene().ada.chat(), await scene().bob.chat()];
      await Promise.all([join(one, own), join(two, own)]);
      const replies = await Promise.all(Array.from({ length: 40 }, (_, i) => send(i % 2 === 0 ? one : two, own, `${i}`)));
      const messages = replies.map((reply) => expectOk(reply));
      expect(seqs(messages).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      for (const parity of [0, 1]) {
        const ofOne = seqs(messages.filter((_, i) => i % 2 === parity));
        expect(ofOne).toEqual(ofOne.toSorted((a, b) => a - b));
      }
      await one.next<Message>('receive-message', ({ roomId, seq }) => roomId === own.id && seq === 40);
      expect(seqs(received(one, own.id))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    });
  });
}
