import { beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../wire/expectations.ts';
import { type Chatroom, type Message, message as messageShape, type Page } from '../wire/shapes.ts';
import { freshId, type Person, type Wire } from '../wire/wire.ts';

export function messageCases(wire: () => Wire): void {
  let ada: Person;
  let bob: Person;
  beforeAll(async () => {
    [ada, bob] = [await wire().person({ displayName: 'Ada' }), await wire().person()];
  });
  const params = ({ id }: { id: string }) => ({ params: { id } });
  const newRoom = async (): Promise<Chatroom> => (await wire().space(ada)).general;
  const post = (person: Person, room: { id: string }, body: Record<string, unknown>) =>
    person.call<Message>('POST /api/v1/chatrooms/:id/messages', {
      ...params(room),
      body: { clientMessageId: freshId(), content: 'hello', ...body },
    });
  const history = async (room: { id: string }, query: Record<string, number> = {}): Promise<Page<Message>> =>
    expectSuccess(await bob.call<Page<Message>>('GET /api/v1/chatrooms/:id/messages', { ...params(room), query }));
  const seqs = ({ items }: Page<Message>): number[] => items.map(({ seq }) => seq);

  describe('posting a message', () => {
    let room: Chatroom;
    beforeAll(async () => {
      room = await newRoom();
    });

    it('stores it with the next seq', async () => {
      const clientMessageId = freshId();
      const first = expectSuccess(await post(ada, room, { clientMessageId }), 201);
      const { displayName, avatar } = ada.user;
      expect(first).toMatchObject({
        ...messageShape,
        roomId: room.id,
        senderId: ada.id,
        sender: { id: ada.id, username: ada.username, displayName, avatar },
        clientMessageId,
        content: 'hello',
        type: 'text',
        replyToId: null,
        editedAt: null,
        deletedAt: null,
      });
      const second = expectSuccess(await post(ada, room, { replyToId: first.id }), 201);
      expect(second).toMatchObject({ seq: first.seq + 1, replyToId: first.id });
      expect((await history(room)).items).toEqual(expect.arrayContaining([first, second]));
    });

    it('gives the same message, with 200, for the same clientMessageId', async () => {
      const body = { clientMessageId: freshId(), content: 'once' };
      const first = expectSuccess(await post(ada, room, body), 201);
      expect(expectSuccess(await post(ada, room, body))).toEqual(first);
      expect(expectSuccess(await post(ada, room, { ...body, content: 'changed' }))).toEqual(first);
      expect((await history(room)).items.filter(({ clientMessageId }) => clientMessageId === body.clientMessageId)).toHaveLength(1);
    });

    it('stores one message when it is repeated at the same time', async () => {
      const body = { clientMessageId: freshId(), content: 'impatient' };
      const answers = await Promise.all([1, 2, 3, 4].map(() => post(ada, room, body)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201]);
      for (const { body: message } of answers) expect(message).toEqual(answers[0]?.body);
    });

    it('refuses the same clientMessageId in another room', async () => {
      const other = await newRoom();
      const body = { clientMessageId: freshId() };
      expectSuccess(await post(ada, room, body), 201);
      expectFailure(await post(ada, other, body), 'conflict');
      expect((await history(other)).items).toEqual([]);
    });

    it('lets two people use the same clientMessageId', async () => {
      expectSuccess(await bob.call('POST /api/v1/chatrooms/:id/join', params(room)));
      const body = { clientMessageId: freshId() };
      const [one, two] = [expectSuccess(await post(ada, room, body), 201), expectSuccess(await post(bob, room, body), 201)];
      expect(one.id).not.toBe(two.id);
    });

    it.each([
      ['a letter', 'x'],
      ['16,000 letters', 'x'.repeat(16_000)],
      ['8,000 letters of two units', '𝄞'.repeat(8_000)],
      ['white space around', '  \n kept \t '],
      ['markup', '<script>alert(1)</script> **x** &amp; \\u0000'],
      ['many scripts', 'שלום 你好 🏳️‍🌈 e\u0301 \u202eabc'],
      ['control characters but NUL', '\u0001\u001b[31m\u007f'],
    ])('keeps %s as written', async (_what, content) => {
      const message = expectSuccess(await post(ada, room, { content }), 201);
      expect(message.content).toBe(content);
      expect((await history(room, { limit: 1 })).items[0]?.content).toBe(content);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['no content', { content: undefined }, 'content'],
      ['empty content', { content: '' }, 'content'],
      ['blank content', { content: ' \n\t ' }, 'content'],
      ['content that nobody sees', { content: '\u200b\u00ad' }, 'content'],
      ['16,001 letters', { content: 'x'.repeat(16_001) }, 'content'],
      ['NUL', { content: 'a\u0000b' }, 'content'],
      ['a lone surrogate', { content: 'a\ud83d' }, 'content'],
      ['a number as content', { content: 5 }, 'content'],
      ['no clientMessageId', { clientMessageId: undefined }, 'clientMessageId'],
      ['a word as clientMessageId', { clientMessageId: 'first' }, 'clientMessageId'],
      ['an unknown type', { type: 'video' }, 'type'],
      ['a message of the server’s', { type: 'system' }, 'type'],
      ['a word as replyToId', { replyToId: 'that' }, 'replyToId'],
    ])('refuses %s', async (_what, body, path) => {
      expect(pathsOf(expectFailure(await post(ada, room, body), 'invalid_payload'))).toContain(path);
    });

    it('finds no message to reply to in another room', async () => {
      const elsewhere = expectSuccess(await post(ada, await newRoom(), {}), 201);
      expectFailure(await post(ada, room, { replyToId: elsewhere.id }), 'not_found');
      expectFailure(await post(ada, room, { replyToId: freshId() }), 'not_found');
    });

    it('needs membership of the room', async () => {
      const eve = await wire().person();
      expectFailure(await post(eve, room, {}), 'forbidden');
      expectSuccess(await eve.call('POST /api/v1/chatrooms/:id/join', params(room)));
      expectSuccess(await post(eve, room, {}), 201);
    });

    it('[CH1] gives consecutive seq under concurrent senders', async () => {
      const busy = await newRoom();
      expectSuccess(await bob.call('POST /api/v1/chatrooms/:id/join', params(busy)));
      const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => post(i % 2 === 0 ? ada : bob, busy, { content: `${i}` })));
      expect(answers.map(({ body }) => body.seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
      expect(expectSuccess(await ada.call('GET /api/v1/chatrooms/:id', params(busy)))).toMatchObject({ lastSeq: 24 });
    });
  });

  describe('reading messages', () => {
    let room: Chatroom;
    beforeAll(async () => {
      room = await newRoom();
      for (let i = 1; i <= 7; i += 1) expectSuccess(await post(ada, room, { content: `${i}` }), 201);
    });

    it.each<[string, Record<string, number>, number[]]>([
      ['the latest', { limit: 3 }, [5, 6, 7]],
      ['all', {}, [1, 2, 3, 4, 5, 6, 7]],
      ['those before one', { beforeSeq: 4, limit: 2 }, [2, 3]],
      ['those after one', { afterSeq: 4, limit: 2 }, [5, 6]],
      ['those after none', { afterSeq: 0, limit: 2 }, [1, 2]],
      ['none after the last', { afterSeq: 7 }, []],
      ['none before the first', { beforeSeq: 1 }, []],
      ['none after what is to come', { afterSeq: 2_000_000_000 }, []],
    ])('gives %s, ascending by seq', async (_what, query, expected) => {
      const page = await history(room, query);
      expect(seqs(page)).toEqual(expected);
      for (const message of page.items) expect(message).toMatchObject({ ...messageShape, roomId: room.id, content: String(message.seq) });
    });

    it.each<[string, Record<string, number>]>([
      ['back from the latest', { limit: 3 }],
      ['forward from the first', { afterSeq: 0, limit: 3 }],
    ])('goes %s by its cursor', async (_what, query) => {
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const sent: Record<string, string | number> = cursor === null ? query : { limit: 3, cursor };
        const page: Page<Message> = expectSuccess(
          await bob.call<Page<Message>>('GET /api/v1/chatrooms/:id/messages', { ...params(room), query: sent }),
        );
        seen.push(...seqs(page));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it.each<[string, Record<string, string | number>]>([
      ['beforeSeq in words', { beforeSeq: 'last' }],
      ['beforeSeq 0', { beforeSeq: 0 }],
      ['afterSeq below nothing', { afterSeq: -1 }],
      ['half a seq', { afterSeq: 1.5 }],
      ['both directions', { afterSeq: 1, beforeSeq: 5 }],
      ['limit 0', { limit: 0 }],
      ['limit 101', { limit: 101 }],
      ['a cursor of nobody', { cursor: 'x' }],
    ])('refuses %s', async (_what, query) => {
      expectFailure(await bob.call('GET /api/v1/chatrooms/:id/messages', { ...params(room), query }), 'invalid_payload');
    });

    it.each([['beforeSeq'], ['afterSeq']])('finds nothing wrong with a %s beyond any message', async (name) => {
      const answer = await bob.call('GET /api/v1/chatrooms/:id/messages', { ...params(room), query: { [name]: 9_007_199_254_740_991 } });
      expect([200, 400]).toContain(answer.status);
    });
  });
}
