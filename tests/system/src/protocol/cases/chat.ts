import { beforeAll, describe, expect, it } from 'vitest';
import { expectEmpty, expectSuccess } from '../wire/expectations.ts';
import { expectOk, expectRefused, type Line } from '../wire/lines.ts';
import {
  type Chatroom,
  chatroom as roomShape,
  type Message,
  message as messageShape,
  type Page,
  type Space,
  summary,
  type Summary,
  time,
} from '../wire/shapes.ts';
import { freshId, type Person, type Wire } from '../wire/wire.ts';

type Joined = {
  room: Chatroom;
  messages: Message[];
  changes: unknown[];
  lastSeq: number;
  revision: number;
  members: Summary[];
  hasMore: boolean;
};
type Listener = { roomId: string; user: Summary };
type Typist = { roomId: string; userId: string; username: string };
type Window = { messages: Message[]; hasMore: boolean };

export function chatCases(wire: () => Wire): void {
  let ada: Person;
  let bob: Person;
  let adaLine: Line;
  let bobLine: Line;
  let space: Space;
  let room: Chatroom;

  beforeAll(async () => {
    [ada, bob] = [await wire().person({ displayName: 'Ada' }), await wire().person({ displayName: 'Bob' })];
    ({ space, general: room } = await wire().space(ada));
    [adaLine, bobLine] = [await ada.chat(), await bob.chat()];
    expectOk(await adaLine.ask('join-room', { roomId: room.id }));
    expectOk(await bobLine.ask('join-room', { roomId: room.id }));
  });

  const newRoom = async (owner: Person = ada): Promise<Chatroom> => (await wire().space(owner)).general;
  const join = async (line: Line, { id: roomId }: { id: string }, more: Record<string, unknown> = {}): Promise<Joined> =>
    expectOk(await line.ask<Joined>('join-room', { roomId, ...more }));
  const send = (line: Line, { id: roomId }: { id: string }, draft: string | { content: string; clientMessageId: string }) =>
    line.ask<Message>('send-message', { roomId, clientMessageId: freshId(), ...(typeof draft === 'string' ? { content: draft } : draft) });
  const received = (line: Line, roomId: string): Message[] =>
    line.heard<Message>('receive-message').filter((message) => message.roomId === roomId);
  const seqs = (messages: readonly Message[]): number[] => messages.map(({ seq }) => seq);

  describe('an id in capitals', () => {
    it('names the same room: who listens hears what is written there', async () => {
      const capitals = { id: room.id.toUpperCase() };
      const message = expectOk(await send(adaLine, capitals, 'in capitals'));
      expect(message.roomId).toBe(room.id);
      await bobLine.next<Message>('receive-message', ({ id }) => id === message.id);
      const posted = await ada.call<Message>('POST /api/v1/chatrooms/:id/messages', {
        params: capitals,
        body: { clientMessageId: freshId().toUpperCase(), content: 'posted in capitals' },
      });
      expect(expectSuccess(posted, 201)).toMatchObject({ roomId: room.id, clientMessageId: posted.body.clientMessageId.toLowerCase() });
      await bobLine.next<Message>('receive-message', ({ id }) => id === posted.body.id);
    });

    it('[CH4] does not keep anybody listening who has left', async () => {
      const [left, eve] = [await newRoom(), await wire().person()];
      const [owners, eves] = [await ada.chat(), await eve.chat()];
      await join(owners, left);
      await join(eves, { id: left.id.toUpperCase() });
      expectEmpty(await eve.call('POST /api/v1/chatrooms/:id/leave', { params: { id: left.id } }));
      const { id } = expectOk(await send(owners, { id: left.id.toUpperCase() }, 'after the farewell'));
      await owners.next<Message>('receive-message', (message) => message.id === id);
      expect(eves.heard('receive-message')).toEqual([]);
    });
  });

  describe('join-space', () => {
    it('gives the rooms that one sees', async () => {
      const { rooms } = expectOk(await bobLine.ask<{ rooms: Chatroom[] }>('join-space', { spaceId: space.id }));
      expect(rooms).toMatchObject([{ ...roomShape, id: room.id, name: 'general' }]);
    });

    it('tells of new public rooms from then on, of private ones nobody', async () => {
      const own = await wire().space(ada);
      const [there, away] = [await bob.chat(), await bob.chat()];
      expectOk(await there.ask('join-space', { spaceId: own.space.id }));
      const make = async (visibility: string) =>
        expectSuccess(
          await ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
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
      const closed = await wire().space(ada, { visibility: 'private' });
      expectRefused(await bobLine.ask('join-space', { spaceId: closed.space.id }), 'not_found');
      expectRefused(await bobLine.ask('join-space', { spaceId: freshId() }), 'not_found');
    });
  });

  describe('join-room', () => {
    it('makes a member of who was none, and gives the latest 50', async () => {
      const busy = await newRoom();
      const line = await ada.chat();
      for (let i = 1; i <= 53; i += 1) expectOk(await send(line, busy, `${i}`));
      const eve = await wire().person();
      const eveLine = await eve.chat();
      const joined = await join(eveLine, busy);
      expect(joined).toMatchObject({ room: { ...roomShape, id: busy.id, myRole: 'member' }, lastSeq: 53, changes: [], hasMore: true });
      expect(joined.revision).toEqual(expect.any(Number));
      expect(seqs(joined.messages)).toEqual(Array.from({ length: 50 }, (_, i) => i + 4));
      for (const message of joined.messages) expect(message).toMatchObject({ ...messageShape, roomId: busy.id });
      const members = expectSuccess(
        await ada.call<Page<{ userId: string }>>('GET /api/v1/chatrooms/:id/members', { params: { id: busy.id } }),
      );
      expect(members.items.map(({ userId }) => userId)).toContain(eve.id);
    });

    it('names those who listen now', async () => {
      const quiet = await newRoom();
      const [one, two] = [await ada.chat(), await bob.chat()];
      expect((await join(one, quiet)).members.map(({ id }) => id)).toEqual([ada.id]);
      const { members } = await join(two, quiet);
      expect(members.map(({ id }) => id).toSorted()).toEqual([ada.id, bob.id].toSorted());
      expect(members).toContainEqual(expect.objectContaining({ ...summary, id: ada.id, username: ada.username, displayName: 'Ada' }));
    });

    it('[CH2] gives all that followed afterSeq, page by page', async () => {
      const long = await newRoom();
      const post = async (): Promise<void> => {
        const body = { clientMessageId: freshId(), content: 'x' };
        expectSuccess(await ada.call('POST /api/v1/chatrooms/:id/messages', { params: { id: long.id }, body }), 201);
      };
      await Promise.all(Array.from({ length: 210 }, post));
      const line = await bob.chat();
      const first = await join(line, long, { afterSeq: 5 });
      expect(seqs(first.messages)).toEqual(Array.from({ length: 200 }, (_, i) => i + 6));
      expect(first).toMatchObject({ hasMore: true, lastSeq: 210 });
      const rest = await join(line, long, { afterSeq: 205 });
      expect(seqs(rest.messages)).toEqual([206, 207, 208, 209, 210]);
      expect(rest.hasMore).toBe(false);
      expect((await join(line, long, { afterSeq: 210, afterRevision: 0 })).messages).toEqual([]);
    });

    it('sends recent-messages to who waits for no ack', async () => {
      const own = await newRoom();
      const line = await ada.chat();
      expectOk(await send(line, own, 'before'));
      const bobs = await bob.chat();
      bobs.tell('join-room', { roomId: own.id });
      const recent = await bobs.next<{ roomId: string; messages: Message[] }>('recent-messages');
      expect(recent).toMatchObject({ roomId: own.id, messages: [{ ...messageShape, content: 'before' }] });
      expectOk(await send(line, own, 'after'));
      await bobs.next<Message>('receive-message', ({ content }) => content === 'after');
    });

    it('sends no recent-messages to who has the ack', async () => {
      const line = await bob.chat();
      await join(line, room);
      expectOk(await line.ask('get-messages', { roomId: room.id }));
      expect(line.heard('recent-messages')).toEqual([]);
    });

    it('knows no room that one may not see', async () => {
      const closed = expectSuccess(
        await ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
          params: { id: space.id },
          body: { name: 'closed', visibility: 'private' },
        }),
        201,
      );
      expectRefused(await bobLine.ask('join-room', { roomId: closed.id }), 'not_found');
      expectRefused(await bobLine.ask('join-room', { roomId: freshId() }), 'not_found');
    });
  });

  describe('send-message', () => {
    it('is acknowledged with the stored message and heard once by everybody who listens', async () => {
      const sent = expectOk(await send(adaLine, room, 'good morning'));
      expect(sent).toMatchObject({
        ...messageShape,
        roomId: room.id,
        senderId: ada.id,
        content: 'good morning',
        type: 'text',
        sender: { id: ada.id, username: ada.username },
      });
      for (const line of [adaLine, bobLine]) {
        expect(await line.next<Message>('receive-message', ({ id }) => id === sent.id)).toEqual(sent);
      }
      // What comes next has been behind any second copy.
      const next = expectOk(await send(bobLine, room, 'good evening'));
      for (const line of [adaLine, bobLine]) {
        await line.next<Message>('receive-message', ({ id }) => id === next.id);
        expect(received(line, room.id).filter(({ id }) => id === sent.id)).toHaveLength(1);
      }
      const history = await ada.call<Page<Message>>('GET /api/v1/chatrooms/:id/messages', { params: { id: room.id }, query: { limit: 2 } });
      expect(expectSuccess(history).items).toEqual([sent, next]);
    });

    it('reaches every connection of a person, and works without an ack', async () => {
      const second = await ada.chat();
      await join(second, room);
      const content = `quiet ${freshId()}`;
      bobLine.tell('send-message', { roomId: room.id, clientMessageId: freshId(), content });
      for (const line of [adaLine, second, bobLine]) await line.next<Message>('receive-message', (message) => message.content === content);
    });

    it('hears what is posted over HTTP like any other', async () => {
      const body = { clientMessageId: freshId(), content: 'by post' };
      const posted = expectSuccess(await ada.call<Message>('POST /api/v1/chatrooms/:id/messages', { params: { id: room.id }, body }), 201);
      expect(await bobLine.next<Message>('receive-message', ({ id }) => id === posted.id)).toEqual(posted);
    });

    it('gives the same message for the same clientMessageId, over HTTP too, and tells nobody again', async () => {
      const clientMessageId = freshId();
      const first = expectOk(await send(adaLine, room, { content: 'once', clientMessageId }));
      expect(expectOk(await send(adaLine, room, { content: 'once more', clientMessageId }))).toEqual(first);
      const posted = await ada.call<Message>('POST /api/v1/chatrooms/:id/messages', {
        params: { id: room.id },
        body: { clientMessageId, content: 'once' },
      });
      expect(expectSuccess(posted)).toEqual(first);
      const mark = expectOk(await send(adaLine, room, 'mark'));
      await bobLine.next<Message>('receive-message', ({ id }) => id === mark.id);
      expect(received(bobLine, room.id).filter(({ id }) => id === first.id)).toHaveLength(1);
      expect(mark.seq).toBe(first.seq + 1);
    });

    it('refuses the same clientMessageId in another room', async () => {
      const other = await newRoom();
      const clientMessageId = freshId();
      expectOk(await send(adaLine, room, { content: 'here', clientMessageId }));
      expectRefused(await send(adaLine, other, { content: 'there', clientMessageId }), 'conflict');
    });

    it('needs membership: forbidden where one sees the room, not_found where not', async () => {
      const eve = await wire().person();
      const line = await eve.chat();
      expectRefused(await send(line, room, 'hello'), 'forbidden');
      expectRefused(await send(line, { id: freshId() }, 'hello'), 'not_found');
      const closed = await wire().space(ada, { visibility: 'private' });
      expectRefused(await send(line, closed.general, 'hello'), 'not_found');
    });

    it('does not need to listen', async () => {
      const line = await bob.chat();
      const sent = expectOk(await send(line, room, 'in passing'));
      await adaLine.next<Message>('receive-message', ({ id }) => id === sent.id);
      expect(line.heard('receive-message')).toEqual([]);
    });

    it('[CH1] gives consecutive seq, in the order in which one connection sent', async () => {
      const own = await newRoom();
      const [one, two] = [await ada.chat(), await bob.chat()];
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

  describe('get-messages', () => {
    let own: Chatroom;
    let line: Line;
    beforeAll(async () => {
      own = await newRoom();
      line = await ada.chat();
      for (let i = 1; i <= 9; i += 1) expectOk(await send(line, own, `${i}`));
    });

    it.each<{ what: string; window: Record<string, number>; expected: number[]; hasMore: boolean }>([
      { what: 'the latest', window: { limit: 3 }, expected: [7, 8, 9], hasMore: true },
      { what: 'all', window: {}, expected: [1, 2, 3, 4, 5, 6, 7, 8, 9], hasMore: false },
      { what: 'what followed', window: { afterSeq: 6 }, expected: [7, 8, 9], hasMore: false },
      { what: 'what followed, a part', window: { afterSeq: 2, limit: 3 }, expected: [3, 4, 5], hasMore: true },
      { what: 'what came before', window: { beforeSeq: 4 }, expected: [1, 2, 3], hasMore: false },
      { what: 'what came before, a part', window: { beforeSeq: 9, limit: 2 }, expected: [7, 8], hasMore: true },
      { what: 'nothing after the last', window: { afterSeq: 9 }, expected: [], hasMore: false },
      { what: 'nothing before the first', window: { beforeSeq: 1 }, expected: [], hasMore: false },
    ])('gives $what', async ({ window, expected, hasMore }) => {
      const { messages, ...rest } = expectOk(await line.ask<Window>('get-messages', { roomId: own.id, ...window }));
      expect(seqs(messages)).toEqual(expected);
      expect(rest).toMatchObject({ hasMore });
      for (const message of messages) expect(message).toMatchObject(messageShape);
    });

    it('shows a public room to who only sees it, a private one to nobody else', async () => {
      const eve = await (await wire().person()).chat();
      expect(expectOk(await eve.ask<Window>('get-messages', { roomId: own.id, limit: 1 })).messages).toHaveLength(1);
      const closed = await wire().space(ada, { visibility: 'private' });
      expectRefused(await eve.ask('get-messages', { roomId: closed.general.id }), 'not_found');
    });
  });

  describe('who listens', () => {
    it('is told to the others when a person’s first connection listens and the last one has left', async () => {
      const own = await newRoom();
      const watcher = await ada.chat();
      await join(watcher, own);
      const [one, two] = [await bob.chat(), await bob.chat()];
      await join(one, own);
      const told = await watcher.next<Listener>('user-joined', ({ roomId, user }) => roomId === own.id && user.id === bob.id);
      expect(told.user).toMatchObject({ ...summary, id: bob.id, username: bob.username, displayName: 'Bob' });
      await join(two, own);
      expectOk(await one.ask('leave-room', { roomId: own.id }));
      expect(watcher.heard('user-joined')).toHaveLength(1);
      expect(watcher.heard('user-left')).toEqual([]);
      expectOk(await two.ask('leave-room', { roomId: own.id }));
      expect(await watcher.next<Listener>('user-left')).toMatchObject({ roomId: own.id, user: { id: bob.id } });
      expect(one.heard<Listener>('user-joined').filter(({ user }) => user.id === bob.id)).toEqual([]);
    });

    it('leave-room at once stops what is heard, and keeps the membership', async () => {
      const own = await newRoom();
      const [watcher, line] = [await ada.chat(), await bob.chat()];
      await join(watcher, own);
      await join(line, own);
      expect(expectOk(await line.ask('leave-room', { roomId: own.id }))).toEqual({});
      const sent = expectOk(await send(watcher, own, 'unheard'));
      await watcher.next<Message>('receive-message', ({ id }) => id === sent.id);
      expectOk(await send(line, own, 'still a member'));
      expect(line.heard('receive-message')).toEqual([]);
      expectOk(await line.ask('leave-room', { roomId: own.id }));
    });

    it.concurrent('is told 5 s after the last connection ended, however it ended', async () => {
      const own = await newRoom();
      const watcher = await ada.chat();
      await join(watcher, own);
      const [eve, dan] = [await wire().person(), await wire().person()];
      const [evesLine, dansLine] = [await eve.chat(), await dan.chat()];
      await join(evesLine, own);
      await join(dansLine, own);
      const before = Date.now();
      evesLine.close();
      dansLine.cut();
      for (const { id } of [eve, dan]) await watcher.next<Listener>('user-left', ({ user }) => user.id === id, 12_000);
      for (const { event, at } of watcher.record) if (event === 'user-left') expect(at - before).toBeGreaterThan(4_500);
    });

    it.concurrent('is not told of who listens again in time', async () => {
      const own = await newRoom();
      const watcher = await ada.chat();
      await join(watcher, own);
      const [eve, dan] = [await wire().person(), await wire().person()];
      const [evesLine, dansLine] = [await eve.chat(), await dan.chat()];
      await join(evesLine, own);
      await join(dansLine, own);
      evesLine.cut();
      await join(await eve.chat(), own);
      // Dan's time began after Eve's; when his is over, so is hers.
      dansLine.close();
      await watcher.next<Listener>('user-left', ({ user }) => user.id === dan.id, 12_000);
      const ofEve = watcher.record.filter(({ event, payload }) => event.startsWith('user-') && (payload as Listener).user.id === eve.id);
      expect(ofEve.map(({ event }) => event)).toEqual(['user-joined']);
    });
  });

  describe('typing', () => {
    it('is told to the others, until it stops', async () => {
      const own = await newRoom();
      const [one, two] = [await ada.chat(), await bob.chat()];
      await join(one, own);
      await join(two, own);
      one.tell('typing', { roomId: own.id });
      const typist = { roomId: own.id, userId: ada.id, username: ada.username };
      expect(await two.next<Typist>('user-typing')).toMatchObject(typist);
      one.tell('stop-typing', { roomId: own.id });
      expect(await two.next<Typist>('user-stop-typing')).toMatchObject(typist);
      expect(one.heard('user-typing')).toEqual([]);
    });

    it('ends with the message', async () => {
      const own = await newRoom();
      const [one, two] = [await ada.chat(), await bob.chat()];
      await join(one, own);
      await join(two, own);
      one.tell('typing', { roomId: own.id });
      await two.next('user-typing');
      expectOk(await send(one, own, 'done'));
      await two.next('user-stop-typing');
    });

    it.concurrent('ends by itself after 6 s', async () => {
      const own = await newRoom();
      const [one, two] = [await ada.chat(), await bob.chat()];
      await join(one, own);
      await join(two, own);
      one.tell('typing', { roomId: own.id });
      await two.next('user-typing');
      await two.next('user-stop-typing', undefined, 12_000);
      const at = (name: string): number => two.record.find(({ event }) => event === name)?.at ?? 0;
      expect(at('user-stop-typing') - at('user-typing')).toBeGreaterThan(5_500);
    });

    it('is told in a room only by who listens there', async () => {
      const own = await newRoom();
      const [one, two] = [await ada.chat(), await bob.chat()];
      await join(one, own);
      two.tell('typing', { roomId: own.id });
      await join(two, own);
      two.tell('typing', { roomId: own.id });
      await one.next('user-typing');
      expect(one.heard('user-typing')).toHaveLength(1);
    });
  });

  describe('mark-read', () => {
    it('is acknowledged, a mark behind the last one too', async () => {
      const own = await newRoom();
      const line = await ada.chat();
      for (let i = 0; i < 3; i += 1) expectOk(await send(line, own, 'x'));
      expectOk(await line.ask('mark-read', { roomId: own.id, seq: 3 }));
      expectOk(await line.ask('mark-read', { roomId: own.id, seq: 1 }));
    });
  });

  describe('presence', () => {
    it('is told to who shares a room, with the alternates beside it', async () => {
      const own = await newRoom();
      const eve = await wire().person();
      expectSuccess(await eve.call('POST /api/v1/chatrooms/:id/join', { params: { id: own.id } }));
      const watcher = await ada.chat();
      await join(watcher, own);
      const line = await eve.chat();
      type Presence = { userId: string };
      expect(await watcher.next<Presence>('presence-changed', ({ userId }) => userId === eve.id)).toMatchObject({
        userId: eve.id,
        presence: 'online',
        lastSeenAt: time,
      });
      expect(await watcher.next<Presence>('userOnline', ({ userId }) => userId === eve.id)).toMatchObject({ userId: eve.id });
      line.close();
      type Change = Presence & { presence: string };
      await watcher.next<Change>('presence-changed', ({ userId, presence }) => userId === eve.id && presence === 'offline', 12_000);
      await watcher.next<Presence>('userOffline', ({ userId }) => userId === eve.id);
    });
  });

  describe('[CH4] who may not read any more', () => {
    it.each<[string, (scene: { own: Chatroom; space: Space; eve: Person }) => Promise<void>]>([
      [
        'was taken out of the room',
        async ({ own, eve }) => {
          expectEmpty(await ada.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: own.id, userId: eve.id } }));
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
          expectSuccess(await ada.call('PUT /api/v1/spaces/:id', { params: { id: of.id }, body: { visibility: 'private' } }));
        },
      ],
    ])('hears nothing of it: %s', async (_what, remove) => {
      const { space: of } = await wire().space(ada);
      const eve = await wire().person();
      expectSuccess(await eve.call('POST /api/v1/spaces/:id/join', { params: { id: of.id } }));
      const made = await ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
        params: { id: of.id },
        body: { name: 'inner', visibility: 'private' },
      });
      const own = expectSuccess(made, 201);
      expectSuccess(await ada.call('POST /api/v1/chatrooms/:id/members', { params: { id: own.id }, body: { userId: eve.id } }), 201);
      const [line, evesLine] = [await ada.chat(), await eve.chat()];
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
      const eve = await wire().person();
      const own = expectSuccess(
        await ada.call<Chatroom>('POST /api/v1/spaces/:id/chatrooms', {
          params: { id: space.id },
          body: { name: 'club', visibility: 'private' },
        }),
        201,
      );
      const evesLine = await eve.chat();
      expectSuccess(await ada.call('POST /api/v1/chatrooms/:id/members', { params: { id: own.id }, body: { userId: eve.id } }), 201);
      expect(await evesLine.next('member-added')).toMatchObject({ roomId: own.id, userId: eve.id });
      expectEmpty(await ada.call('DELETE /api/v1/chatrooms/:id/members/:userId', { params: { id: own.id, userId: eve.id } }));
      expect(await evesLine.next('member-removed')).toMatchObject({ roomId: own.id, userId: eve.id });
    });
  });

  describe('deleting a space', () => {
    it('tells who was in it that its rooms are gone', async () => {
      const own = await wire().space(ada);
      const line = await bob.chat();
      expectOk(await line.ask('join-space', { spaceId: own.space.id }));
      await join(line, own.general);
      expectEmpty(await ada.call('DELETE /api/v1/spaces/:id', { params: { id: own.space.id } }));
      await line.next<{ roomId: string }>('room-deleted', ({ roomId }) => roomId === own.general.id);
      expectRefused(await send(line, own.general, 'anybody?'), 'not_found');
    });
  });

  describe('alternate names', () => {
    it.each<[string, (roomId: string) => unknown]>([
      ['joinRoom', (roomId) => ({ roomId })],
      ['chat-join', (chatroomId) => ({ chatroomId })],
    ])('%s is join-room', async (event, payload) => {
      const own = await newRoom();
      expect(expectOk(await (await ada.chat()).ask(event, payload(own.id)))).toMatchObject({
        room: { ...roomShape, id: own.id },
        lastSeq: 0,
        messages: [],
      });
      const silent = await bob.chat();
      silent.tell(event, payload(own.id));
      expect(await silent.next('recent-messages')).toMatchObject({ roomId: own.id, messages: [] });
      expectRefused(await silent.ask(event, payload(freshId())), 'not_found');
      expectRefused(await silent.ask(event, {}), 'invalid_payload');
    });

    it.each<[string, (roomId: string) => Record<string, unknown>]>([
      ['sendMessage', (roomId) => ({ roomId, content: 'other words' })],
      ['chat-message', (chatroomId) => ({ chatroomId, content: 'other words', type: 'text' })],
    ])('%s is send-message, and needs no clientMessageId', async (event, payload) => {
      const own = await newRoom();
      const line = await ada.chat();
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
      const own = await newRoom();
      const [watcher, line] = [await ada.chat(), await bob.chat()];
      await join(watcher, own);
      await join(line, own);
      expect(expectOk(await line.ask(event, payload(own.id)))).toEqual({});
      await watcher.next<Listener>('user-left', ({ user }) => user.id === bob.id);
    });
  });
}
