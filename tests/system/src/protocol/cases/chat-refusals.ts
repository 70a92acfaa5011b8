import { beforeAll, describe, expect, it } from 'vitest';
import { expectSuccess } from '../wire/expectations.ts';
import { expectOk, expectRefused, type Line } from '../wire/lines.ts';
import type { Chatroom, Message } from '../wire/shapes.ts';
import { freshId, type Person, type Wire } from '../wire/wire.ts';

export function chatRefusalCases(wire: () => Wire): void {
  let ada: Person;
  let line: Line;
  let room: Chatroom;
  beforeAll(async () => {
    ada = await wire().person();
    room = (await wire().space(ada)).general;
    line = await ada.chat();
    expectOk(await line.ask('join-room', { roomId: room.id }));
  });
  const isAlive = async (): Promise<void> => void expectOk(await line.ask('get-messages', { roomId: room.id, limit: 1 }));
  const stored = async (): Promise<number> =>
    expectSuccess(await ada.call<Chatroom>('GET /api/v1/chatrooms/:id', { params: { id: room.id } })).lastSeq;
  const sendable = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    roomId: room.id,
    clientMessageId: freshId(),
    content: 'x',
    ...more,
  });

  const MALFORMED: [event: string, payload: (roomId: string) => unknown][] = [
    ...[
      'join-space',
      'join-room',
      'leave-room',
      'send-message',
      'mark-read',
      'get-messages',
      'joinRoom',
      'chat-join',
      'leaveRoom',
      'chat-leave',
      'sendMessage',
      'chat-message',
      'authenticate',
    ].flatMap((event): [string, () => unknown][] =>
      [
        undefined,
        null,
        'text',
        5,
        true,
        [],
        {},
        { roomId: 'no-id', spaceId: 'no-id' },
        { roomId: null },
        { roomId: {} },
        { roomId: ['x'] },
      ].map((payload) => [event, () => payload]),
    ),
    ['join-room', (roomId) => ({ roomId, afterSeq: -1 })],
    ['join-room', (roomId) => ({ roomId, afterSeq: 1.5 })],
    ['join-room', (roomId) => ({ roomId, afterSeq: '1' })],
    ['join-room', (roomId) => ({ roomId, afterRevision: 'all' })],
    ['mark-read', (roomId) => ({ roomId })],
    ['mark-read', (roomId) => ({ roomId, seq: -1 })],
    ['get-messages', (roomId) => ({ roomId, limit: 0 })],
    ['get-messages', (roomId) => ({ roomId, limit: 100_000 })],
    ['get-messages', (roomId) => ({ roomId, afterSeq: 1, beforeSeq: 2 })],
    ['get-messages', (roomId) => ({ roomId, beforeSeq: 'x' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId() })],
    ['send-message', (roomId) => ({ roomId, content: 'x' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: 'x', content: 'x' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: '' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: ' \n' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: 'a\u0000' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: '\ud800' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: 'x'.repeat(16_001) })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: ['x'] })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: 'x', type: 'system' })],
    ['send-message', (roomId) => ({ roomId, clientMessageId: freshId(), content: 'x', replyToId: 'x' })],
  ];
  const joins = new Set(['join-space', 'join-room', 'joinRoom', 'chat-join']);

  describe('a malformed payload', () => {
    it('is answered invalid_payload where there is an ack', async () => {
      const before = await stored();
      for (const [event, payload] of MALFORMED) {
        // The limit on joins comes before the payload: each line takes its share of tries.
        const on = joins.has(event) ? await ada.chat() : line;
        expectRefused(await on.ask(event, payload(room.id)), 'invalid_payload');
        expect(on.isOpen()).toBe(true);
        if (on !== line) on.close();
      }
      expect(await stored()).toBe(before);
    });

    it('is dropped where there is none, and the connection goes on', async () => {
      const before = await stored();
      for (const [event, payload] of [...MALFORMED, ['typing', () => ({ roomId: 5 })], ['stop-typing', () => null]] as typeof MALFORMED) {
        line.tell(event, payload(room.id));
      }
      await isAlive();
      expect(await stored()).toBe(before);
    });
  });

  describe('a hostile client', () => {
    // What was refused above counts towards the limit on messages, so somebody else is hostile here.
    beforeAll(async () => {
      ada = await wire().person();
      line = await ada.chat();
      expectOk(await line.ask('join-room', { roomId: room.id }));
    });

    it('gets one ack, whatever it sends beside the payload', async () => {
      const sent = expectOk(await line.ask<Message>('send-message', sendable(), 'more', 5, null, { and: 'more' }));
      expect(sent.seq).toBeGreaterThan(0);
      expectRefused(await line.ask('send-message'), 'invalid_payload');
    });

    it('gets no harm done by what stands in the place of an ack', async () => {
      const before = await stored();
      for (const ack of ['ack', 5, {}, [], null, { call: 'me' }]) line.tell('send-message', sendable(), ack);
      await isAlive();
      expect(await stored()).toBe(before + 6);
    });

    it('may name events that there are not', async () => {
      for (const event of [
        'no-such-event',
        '',
        '__proto__',
        'constructor',
        'toString',
        'hasOwnProperty',
        'receive-message',
        'x'.repeat(1_000),
      ]) {
        line.tell(event, { roomId: room.id }, { polluted: true });
      }
      await isAlive();
    });

    it('may send what is named like the inside of objects', async () => {
      const own = await ada.chat();
      own.writeRaw(
        `21["send-message",{"__proto__":{"polluted":1},"constructor":{"x":1},"roomId":"${room.id}","clientMessageId":"${freshId()}","content":"raw"}]`,
      );
      const heard = await line.next<Message>('receive-message', ({ content }) => content === 'raw');
      expect(heard).not.toHaveProperty('polluted');
      expect(own.isOpen()).toBe(true);
    });

    it.each([
      ['no packet', ''],
      ['an unknown kind', '9'],
      ['no JSON', '2["send-message",{'],
      ['no list', '2{"event":"send-message"}'],
      ['no name', '2[]'],
      ['an ack of nothing', '399["what"]'],
      ['an ack without end', `2${'9'.repeat(400)}["typing",{}]`],
      ['a binary event without its parts', '51-["send-message",{"_placeholder":true,"num":0}]'],
      ['a thousand parts to come', '51000-["send-message"]'],
      ['another namespace', '0/admin,{"token":"x"}'],
      ['nesting without end', `2["send-message",${'['.repeat(5_000)}]`],
    ])('breaks nobody else with a packet that is %s', async (_what, packet) => {
      const own = await ada.chat();
      own.writeRaw(packet);
      await isAlive();
      expectSuccess(await wire().call('GET /livez'));
    });

    it('is put out when it sends a frame over 128 KiB', async () => {
      const own = await ada.chat();
      own.tell('send-message', sendable({ content: 'x'.repeat(128 * 1024) }));
      await own.ended;
      await isAlive();
    });

    it('is kept when its frame is just below 128 KiB', async () => {
      const own = await ada.chat();
      expectRefused(await own.ask('send-message', sendable({ content: 'x'.repeat(127 * 1024) })), 'invalid_payload');
      expect(own.isOpen()).toBe(true);
    });
  });

  describe('events of one connection', () => {
    it('are handled in the order they arrive', async () => {
      const own = (await wire().space(ada)).general;
      const on = await ada.chat();
      const replies: string[] = [];
      const asked = async (event: string, payload: Record<string, unknown>): Promise<void> => {
        expectOk(await on.ask(event, { roomId: own.id, ...payload }));
        replies.push(event);
      };
      await Promise.all([
        asked('join-room', {}),
        asked('send-message', { clientMessageId: freshId(), content: 'first' }),
        asked('get-messages', {}),
        asked('leave-room', {}),
        asked('send-message', { clientMessageId: freshId(), content: 'second' }),
      ]);
      expect(replies).toEqual(['join-room', 'send-message', 'get-messages', 'leave-room', 'send-message']);
      expect(on.heard<Message>('receive-message').map(({ content }) => content)).toEqual(['first']);
    });

    it('are read right after they were written', async () => {
      const own = (await wire().space(ada)).general;
      const on = await ada.chat();
      on.tell('join-room', { roomId: own.id });
      for (let i = 1; i <= 5; i += 1) on.tell('send-message', { roomId: own.id, clientMessageId: freshId(), content: `${i}` });
      const { messages } = expectOk(await on.ask<{ messages: Message[] }>('get-messages', { roomId: own.id }));
      expect(messages.map(({ content }) => content)).toEqual(['1', '2', '3', '4', '5']);
    });
  });
}
