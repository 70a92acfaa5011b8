import { randomUUID } from 'node:crypto';
import { removeMember } from '@metaverse/chat';
import type { Message } from '@metaverse/contracts';
import { withPgTransaction } from '@metaverse/db';
import { socketRooms } from '@metaverse/service-kit';
import { createTestDatabase, eventually, makeChatroom, makeSpace, makeUser, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatOnPort, type JoinedRoom, startChat } from './testing/start-chat.ts';

let database: TestDatabase;
let chat: ChatOnPort;

beforeAll(async () => {
  database = await createTestDatabase();
  chat = await startChat({ db: database.db });
});
afterAll(async () => {
  await chat.stop();
  await database.stop();
});

const aRoom = () => makeChatroom(database.db.prisma);
const someone = async () => (await makeUser(database.db.prisma)).id;
const draft = (roomId: string, content = 'hello') => ({ roomId, clientMessageId: randomUUID(), content });

test('[CH5] acknowledges what is stored, and gives the stored message for the same clientMessageId', async () => {
  const room = await aRoom();
  const ada = await chat.connect(await someone());
  await ada.ask('join-room', { roomId: room.id });
  const sent = draft(room.id);
  const first = await ada.ask<Message>('send-message', sent);
  expect(first).toMatchObject({ roomId: room.id, seq: 1, content: 'hello', clientMessageId: sent.clientMessageId, type: 'text' });
  expect(await ada.ask('send-message', { ...sent, content: 'something else' })).toEqual(first);
  expect(await database.db.prisma.message.count({ where: { roomId: room.id } })).toBe(1);
  expect((await database.db.prisma.chatroom.findUniqueOrThrow({ where: { id: room.id } })).lastSeq).toBe(1);

  const other = await aRoom();
  await ada.ask('join-room', { roomId: other.id });
  await expect(ada.ask('send-message', { ...sent, roomId: other.id })).rejects.toThrow('conflict');
});

test('[CH6] reaches every listening connection once, the sender’s included, in order', async () => {
  const room = await aRoom();
  const userId = await someone();
  const [ada, adaAgain, bob] = [await chat.connect(userId), await chat.connect(userId), await chat.connect(await someone())];
  for (const client of [ada, adaAgain, bob]) await client.ask('join-room', { roomId: room.id });

  const sent = Array.from({ length: 30 }, (_, index) => draft(room.id, `line ${index}`));
  const acks = await Promise.all(sent.map((each) => ada.ask<Message>('send-message', each)));

  expect(acks.map(({ seq }) => seq)).toEqual(sent.map((_, index) => index + 1));
  for (const client of [ada, adaAgain, bob]) {
    await eventually(() => client.of('receive-message').length >= sent.length);
    expect(client.of<Message>('receive-message')).toEqual(acks);
  }
});

test('replays what followed, and the latest without afterSeq', async () => {
  const room = await aRoom();
  const ada = await chat.connect(await someone());
  await ada.ask('join-room', { roomId: room.id });
  await Promise.all(Array.from({ length: 60 }, () => ada.ask('send-message', draft(room.id))));
  const bob = await chat.connect(await someone());
  const joined = await bob.ask<JoinedRoom>('join-room', { roomId: room.id });
  expect(joined.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 11));
  expect(joined).toMatchObject({ lastSeq: 60, hasMore: true, room: { myRole: 'member', lastSeq: 60 } });

  const replay = await bob.ask<JoinedRoom>('join-room', { roomId: room.id, afterSeq: 57 });
  expect(replay.messages.map(({ seq }) => seq)).toEqual([58, 59, 60]);
  expect(replay.hasMore).toBe(false);
  const back = await bob.ask<JoinedRoom>('get-messages', { roomId: room.id, beforeSeq: 11, limit: 5 });
  expect(back.messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9, 10]);
  await expect(bob.ask('get-messages', { roomId: room.id, beforeSeq: 3, afterSeq: 1 })).rejects.toThrow('invalid_payload');
});

test('sends recent-messages after a join-room without ack, also under its other names', async () => {
  const room = await aRoom();
  const ada = await chat.connect(await someone());
  ada.socket.emit('chat-join', { chatroomId: room.id });
  ada.socket.emit('chat-message', { chatroomId: room.id, content: 'hi', type: 'text' });
  await eventually(() => ada.of('receive-message').length === 1);
  expect(ada.of('recent-messages')).toEqual([{ roomId: room.id, messages: [] }]);
});

test('refuses what is wrong without ending the connection', async () => {
  const room = await aRoom();
  const owner = room.createdBy;
  const hidden = await makeChatroom(database.db.prisma, { visibility: 'private' });
  const ada = await chat.connect(await someone());
  const codes: [string, unknown, string][] = [
    ['send-message', draft(room.id), 'forbidden'],
    ['send-message', draft(hidden.id), 'not_found'],
    ['join-room', { roomId: hidden.id }, 'not_found'],
    ['join-room', { roomId: randomUUID() }, 'not_found'],
    ['join-room', { roomId: 'nonsense' }, 'invalid_payload'],
    ['join-room', null, 'invalid_payload'],
    ['join-space', {}, 'invalid_payload'],
    ['send-message', { ...draft(room.id), content: ' ' }, 'invalid_payload'],
    ['send-message', { ...draft(room.id), content: 'x'.repeat(16_001) }, 'invalid_payload'],
    ['send-message', { ...draft(room.id), type: 'system' }, 'invalid_payload'],
    ['mark-read', { roomId: room.id, seq: 1 }, 'forbidden'],
    ['get-messages', { roomId: hidden.id }, 'not_found'],
  ];
  for (const [event, payload, code] of codes) await expect(ada.ask(event, payload), event).rejects.toThrow(code);
  ada.socket.emit('send-message', { roomId: 7 });
  ada.socket.emit('typing', { roomId: room.id });
  await eventually(async () =>
    expect(await chat.metrics.getSingleMetricAsString('chat_events_dropped_total')).toMatch(/event="typing",code="forbidden"\} 1/),
  );

  await ada.ask('join-room', { roomId: room.id });
  await expect(ada.ask('send-message', { ...draft(room.id), replyToId: randomUUID() })).rejects.toThrow('not_found');
  expect(await ada.ask('send-message', draft(room.id))).toMatchObject({ seq: 1 });
  expect(owner).not.toBe('');
});

test('[CH4] sends nothing more to who was removed, and takes nothing from them', async () => {
  const space = await makeSpace(database.db.prisma);
  const room = await makeChatroom(database.db.prisma, { spaceId: space.id, visibility: 'private', createdBy: space.ownerId });
  const userId = await someone();
  await database.db.prisma.chatroomMember.create({ data: { roomId: room.id, userId } });
  const [ada, bob] = [await chat.connect(space.ownerId), await chat.connect(userId)];
  for (const client of [ada, bob]) await client.ask('join-room', { roomId: room.id });
  await ada.ask('send-message', draft(room.id, 'before'));
  await eventually(() => bob.of('receive-message').length === 1);

  const actor = { userId: space.ownerId, role: 'user', sessionId: 'any', expiresAtMs: 0 } as const;
  await removeMember(chat.service.chat, actor, { roomId: room.id, userId });
  await ada.ask('send-message', draft(room.id, 'after'));
  await expect(bob.ask('send-message', draft(room.id))).rejects.toThrow('not_found');
  await expect(bob.ask('get-messages', { roomId: room.id })).rejects.toThrow('not_found');

  expect(bob.of<Message>('receive-message').map(({ content }) => content)).toEqual(['before']);
  expect(bob.of('member-removed')).toEqual([{ roomId: room.id, userId }]);
  expect(ada.of('user-left')).toHaveLength(1);
});

test('[CH4] who is put out of a space while joining it hears nothing of it', async () => {
  const { id: spaceId } = await makeSpace(database.db.prisma, { visibility: 'private' });
  const userId = await someone();
  await database.db.prisma.spaceMember.create({ data: { spaceId, userId } });
  const bob = await chat.connect(userId);
  let joining: Promise<unknown> = Promise.resolve();
  await withPgTransaction(database.db.pool, async (client) => {
    await client.query('LOCK TABLE chatrooms');
    joining = bob.ask('join-space', { spaceId }).catch(() => undefined);
    const waiting = () =>
      database.db.pool.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%chatrooms%'");
    await eventually(async () => expect((await waiting()).rowCount).toBeGreaterThan(0));
    await database.db.prisma.spaceMember.deleteMany({ where: { spaceId, userId } });
    chat.service.io.in(socketRooms.user(userId)).socketsLeave(socketRooms.space(spaceId));
  });
  await joining;
  expect((await chat.service.io.in(socketRooms.space(spaceId)).fetchSockets()).length).toBe(0);
});

test('keeps how far somebody has read, never back and never beyond the end', async () => {
  const room = await aRoom();
  const userId = await someone();
  const ada = await chat.connect(userId);
  await ada.ask('join-room', { roomId: room.id });
  await Promise.all([1, 2, 3].map(() => ada.ask('send-message', draft(room.id))));
  const readSeq = async () =>
    (await database.db.prisma.chatroomMember.findUniqueOrThrow({ where: { roomId_userId: { roomId: room.id, userId } } })).readSeq;
  for (const [seq, expected] of [
    [2, 2],
    [1, 2],
    [99, 3],
  ] as const) {
    ada.socket.emit('mark-read', { roomId: room.id, seq });
    await ada.ask('get-messages', { roomId: room.id });
    expect(await readSeq()).toBe(expected);
  }
});
