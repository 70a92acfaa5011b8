import { request } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectSuccess } from '../wire/expectations.ts';
import { expectOk, expectRefused, type Line, type LineOptions, type Refusal } from '../wire/lines.ts';
import type { Chatroom, Message, SignedIn } from '../wire/shapes.ts';
import { freshId, type Person, type Wire } from '../wire/wire.ts';

const PATHS = ['/socket/chat', '/socket/world'] as const;

/** What an upgrade to a websocket is answered: 101, or the status of a refusal. */
function upgradeStatus(baseUrl: string, path: string, origin: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${baseUrl}${path}/?EIO=4&transport=websocket`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.from('sixteen bytes ok').toString('base64'),
        ...(origin === undefined ? {} : { origin }),
      },
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Handshakes and whatever a hostile client may write, on both sockets. */
export function handshakeCases(wire: () => Wire): void {
  let ada: Person;
  beforeAll(async () => {
    ada = await wire().person();
  });
  const refusalOf = async (options: LineOptions): Promise<Refusal> => {
    try {
      await wire().open(options);
    } catch (refusal) {
      return refusal as Refusal; // what connect_error carries
    }
    throw new Error('the handshake was accepted');
  };

  describe.each(PATHS)('the handshake of %s', (path) => {
    const spaceId = freshId();
    it.each<[string, (token: string) => Record<string, unknown> | undefined]>([
      ['no auth', () => undefined],
      ['no token', () => ({})],
      ['an empty token', () => ({ token: '' })],
      ['a number as token', () => ({ token: 5 })],
      ['an object as token', () => ({ token: { $gt: '' } })],
      ['a made-up token', () => ({ token: 'a.b.c' })],
      ['a token that was cut', (token) => ({ token: token.slice(0, -4) })],
      ['Bearer before the token', (token) => ({ token: `Bearer ${token}` })],
    ])('is refused with %s: the message is the code, the data the error', async (_what, auth) => {
      const given = auth(ada.token);
      const refusal = await refusalOf({ path, query: { spaceId }, ...(given ? { auth: given } : {}) });
      expect(refusal.message).toBe('unauthenticated');
      expect(refusal.data).toMatchObject({ code: 'unauthenticated', message: expect.stringMatching(/\S/) });
    });

    it('is refused after logging out', async () => {
      const eve = await wire().person();
      expect((await eve.call('POST /api/v1/logout')).status).toBe(204);
      expect((await refusalOf({ path, query: { spaceId }, auth: { token: eve.token } })).message).toBe('unauthenticated');
    });

    it('takes no token out of query or headers', async () => {
      const refusal = await refusalOf({ path, query: { spaceId, token: ada.token }, headers: { authorization: `Bearer ${ada.token}` } });
      expect(refusal.message).toBe('unauthenticated');
    });

    it.each<[string, (own: string) => string]>([
      ['a stranger', () => 'https://evil.example'],
      ['null', () => 'null'],
      ['no URL', () => 'evil'],
      ['the own host with another port', (own) => own.replace(/:\d+$/, ':1')],
      ['the own host as a part of another', (own) => own.replace('//', '//evil.').replace(/:\d+$/, '')],
    ])('refuses an Origin that is %s before the upgrade, with a 4xx', async (_what, originOf) => {
      const status = await upgradeStatus(wire().baseUrl, path, originOf(wire().baseUrl));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });

    it('accepts the own Origin and an absent one', async () => {
      expect(await upgradeStatus(wire().baseUrl, path, wire().baseUrl)).toBe(101);
      expect(await upgradeStatus(wire().baseUrl, path, undefined)).toBe(101);
      const line = await wire().open({ path, query: { spaceId }, auth: { token: ada.token }, headers: { origin: wire().baseUrl } });
      expect(line.isOpen()).toBe(true);
    });

    it('takes a fresh token from a live socket', async () => {
      const eve = await wire().person();
      const { body } = await wire().call<SignedIn>('POST /api/v1/refresh', { body: { refreshToken: eve.refreshToken } });
      const line = await wire().open({ path, query: { spaceId }, auth: { token: eve.token } });
      expect(expectOk(await line.ask('authenticate', { token: body.accessToken }))).toEqual({});
      expect(line.isOpen()).toBe(true);
    });

    it('refuses a fresh token that is none', async () => {
      const line = await wire().open({ path, query: { spaceId }, auth: { token: ada.token } });
      expectRefused(await line.ask('authenticate', { token: 'made-up' }), 'unauthenticated');
      expectRefused(await line.ask('authenticate', {}), 'invalid_payload');
      expectRefused(await line.ask('authenticate', { token: 5 }), 'invalid_payload');
    });
  });
}

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
