import { describe, expect, it } from 'vitest';
import { expectOk, expectRefused } from '../../wire/lines.ts';
import { chatroom as roomShape, type Message, message as messageShape } from '../../wire/shapes.ts';
import { freshId } from '../../wire/wire.ts';
import { type ChatScene, join, type Listener } from './scene.ts';

export function alternateEventCases(scene: () => ChatScene): void {
  describe('alternate names', () => {
    it.each<[string, (roomId: string) => unknown]>([
      ['joinRoom', (roomId) => ({ roomId })],
      ['chat-join', (chatroomId) => ({ chatroomId })],
    ])('%s is join-room', async (event, payload) => {
      const own = await scene().newRoom();
      expect(expectOk(await (await scene().ada.chat()).ask(event, payload(own.id)))).toMatchObject({
        room: { ...roomShape, id: own.id },
        lastSeq: 0,
        messages: [],
      });
      const silent = await scene().bob.chat();
      silent.tell(event, payload(own.id));
      expect(await silent.next('recent-messages')).toMatchObject({ roomId: own.id, messages: [] });
      expectRefused(await silent.ask(event, payload(freshId())), 'not_found');
      expectRefused(await silent.ask(event, {}), 'invalid_payload');
    });

    it.each<[string, (roomId: string) => Record<string, unknown>]>([
      ['sendMessage', (roomId) => ({ roomId, content: 'other words' })],
      ['chat-message', (chatroomId) => ({ chatroomId, content: 'other words', type: 'text' })],
    ])('%s is send-message, and needs no clientMessageId', async (event, payload) => {
      const own = await scene().newRoom();
      const line = await scene().ada.chat();
      await join(line, own);
      const sent = expectOk(await line.ask<Message>(event, payload(own.id)));
      expect(sent).toMatchObject({ ...messageShape, roomId: own.id, content: 'other words', seq: 1 });
      expect(await line.next<Message>('receive-message')).toEqual(sent);
      const clientMessageId = freshId();
      const second = expectOk(await line.ask<Message>(event, { ...payload(own.id), clientMessageId }));
      expect(expectOk(await line.ask<Message>(event, { ...payload(own.id), clientMessageId }))).toEqual(second);
      expectRefused(await line.ask(event, { ...payload(own.id), content: ' ' }), 'invalid_payload');
    });

    it.each<[string, (roomId: string) => unknown]>([
      ['leaveRoom', (roomId) => ({ roomId })],
      ['chat-leave', (chatroomId) => ({ chatroomId })],
    ])('%s is leave-room', async (event, payload) => {
      const own = await scene().newRoom();
      const [watcher, line] = [await scene().ada.chat(), await scene().bob.chat()];
      await join(watcher, own);
      await join(line, own);
      expect(expectOk(await line.ask(event, payload(own.id)))).toEqual({});
      await watcher.next<Listener>('user-left', ({ user }) => user.id === scene().bob.id);
    });
  });
}
