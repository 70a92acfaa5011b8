import { randomUUID } from 'node:crypto';
import { removeMember } from '@metaverse/chat';
import type { Message } from '@metaverse/contracts';
import {
  createTestDatabase,
  eventually,
  makeChatroom,
  makeUser,
  seededRandom,
  startRedis,
  type TestDatabase,
  testRedis,
} from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type ChatClient, type ChatOnPort, type JoinedRoom, startChat } from './testing/start-chat.ts';

let database: TestDatabase;
let one: ChatOnPort;
let other: ChatOnPort;

beforeAll(async () => {
  database = await createTestDatabase();
  const redis = await testRedis();
  [one, other] = await Promise.all([startChat({ db: database.db, redis }), startChat({ db: database.db, redis })]);
});
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await database.stop();
});

const aRoom = () => makeChatroom(database.db.prisma);
const someone = async () => (await makeUser(database.db.prisma)).id;
const draft = (roomId: string, content = 'hello') => ({ roomId, clientMessageId: randomUUID(), content });
const seqsOf = (client: ChatClient) => client.of<Message>('receive-message').map(({ seq }) => seq);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('[CH1] gives consecutive seq under 50 concurrent senders on two instances, each message once', { timeout: 60_000 }, async () => {
  const [senders, each, repeats] = [50, 6, 2];
  const room = await aRoom();
  const random = seededRandom(20_261_121);
  const clients = await Promise.all(
    Array.from({ length: senders }, async (_, index) => (index % 2 === 0 ? one : other).connect(await someone())),
  );
  await Promise.all(clients.map((client) => client.ask('join-room', { roomId: room.id })));

  const acks = await Promise.all(
    clients.flatMap((client) => {
      const drafts = Array.from({ length: each }, (_, index) => draft(room.id, `line ${index}`));
      const repeated = drafts.filter(() => random() < 0.5).slice(0, repeats);
      return [...drafts, ...repeated].map((sent) => client.ask<Message>('send-message', sent));
    }),
  );

  const count = senders * each;
  const stored = await database.db.prisma.message.findMany({ where: { roomId: room.id }, orderBy: { seq: 'asc' } });
  expect(stored.map(({ seq }) => seq)).toEqual(upTo(count));
  expect(new Set(acks.map(({ id }) => id)).size).toBe(count);
  expect((await database.db.prisma.chatroom.findUniqueOrThrow({ where: { id: room.id } })).lastSeq).toBe(count);
  expect(await database.db.prisma.outbox.count({ where: { key: room.id } })).toBe(count);
  for (const client of clients) await eventually(() => client.of('receive-message').length >= count, { timeoutMs: 20_000 });
  // [CH6] and in the order of seq, although two instances speak at once.
  for (const client of clients) expect(seqsOf(client)).toEqual(upTo(count));
});

test('[CH5] gives one message when both instances get the same clientMessageId at once, and conflict in another room', async () => {
  const [room, elsewhere] = [await aRoom(), await aRoom()];
  const userId = await someone();
  const [here, there] = [await one.connect(userId), await other.connect(userId)];
  for (const client of [here, there]) for (const { id } of [room, elsewhere]) await client.ask('join-room', { roomId: id });

  const same = Array.from({ length: 20 }, () => draft(room.id));
  const pairs = await Promise.all(same.map((sent) => Promise.all([here.ask('send-message', sent), there.ask('send-message', sent)])));
  for (const [first, second] of pairs) expect(first).toEqual(second);
  expect(await database.db.prisma.message.count({ where: { roomId: room.id } })).toBe(20);

  // Opposite orders over two rooms: the unique index makes the transactions wait for each other.
  const crossed = Array.from({ length: 20 }, () => randomUUID());
  const settled = await Promise.allSettled([
    ...crossed.map((clientMessageId) => here.ask('send-message', { ...draft(room.id), clientMessageId })),
    ...crossed.toReversed().map((clientMessageId) => there.ask('send-message', { ...draft(elsewhere.id), clientMessageId })),
  ]);
  const refused = settled.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  expect(refused).toEqual(Array.from({ length: 20 }, () => 'Error: conflict'));
  expect(await database.db.prisma.message.count({ where: { clientMessageId: { in: crossed } } })).toBe(20);
});

test('[CH4] ends the listening on the other instance before a removal is acknowledged', async () => {
  const room = await makeChatroom(database.db.prisma, { visibility: 'private' });
  const userId = await someone();
  await database.db.prisma.chatroomMember.create({ data: { roomId: room.id, userId } });
  const [owner, removed] = [await one.connect(room.createdBy), await other.connect(userId)];
  for (const client of [owner, removed]) await client.ask('join-room', { roomId: room.id });

  const actor = { userId: room.createdBy, role: 'user', sessionId: 'any', expiresAtMs: 0 } as const;
  await removeMember(one.service.chat, actor, { roomId: room.id, userId });
  expect(other.service.io.of('/').adapter.rooms.has(`room:${room.id}`)).toBe(false);
  await owner.ask('send-message', draft(room.id));
  await eventually(() => removed.of('member-removed').length === 1);
  await expect(removed.ask('get-messages', { roomId: room.id })).rejects.toThrow('not_found');
  expect(removed.of('receive-message')).toEqual([]);
});

test('tells the others of the first connection that listens and of the last one that stops, over both instances', async () => {
  const room = await aRoom();
  const userId = await someone();
  const watcher = await one.connect(await someone());
  await watcher.ask('join-room', { roomId: room.id });
  const [here, there] = [await one.connect(userId), await other.connect(userId)];
  await here.ask('join-room', { roomId: room.id });
  const joined = await there.ask<JoinedRoom>('join-room', { roomId: room.id });
  expect(joined.members.map(({ id }) => id)).toContain(userId);

  await here.ask('leave-room', { roomId: room.id });
  await here.ask('leave-room', { roomId: room.id });
  await there.ask('leave-room', { roomId: room.id });
  await eventually(() => watcher.of('user-left').length === 1);
  expect(watcher.of<{ user: { id: string } }>('user-joined').map(({ user }) => user.id)).toEqual([userId]);
});

test('gives a person who was cut off five seconds to come back before the others hear of it', { timeout: 30_000 }, async () => {
  const room = await aRoom();
  const [loyal, fickle] = [await someone(), await someone()];
  const watcher = await other.connect(await someone());
  await watcher.ask('join-room', { roomId: room.id });
  const [first, second] = [await one.connect(loyal), await one.connect(fickle)];
  for (const client of [first, second]) await client.ask('join-room', { roomId: room.id });

  const cutAtMs = Date.now();
  first.socket.disconnect();
  second.socket.disconnect();
  await (await other.connect(loyal)).ask('join-room', { roomId: room.id });
  await eventually(() => watcher.of('user-left').length > 0, { timeoutMs: 10_000 });
  expect(Date.now() - cutAtMs).toBeGreaterThan(4_500);
  expect(watcher.of<{ user: { id: string } }>('user-left').map(({ user }) => user.id)).toEqual([fickle]);
  expect(watcher.of('user-joined')).toHaveLength(2);
});

test('tells the others that somebody left whose instance died', { timeout: 30_000 }, async () => {
  const redis = await testRedis();
  const [dying, living] = await Promise.all([startChat({ db: database.db, redis }), startChat({ db: database.db, redis })]);
  onTestFinished(living.stop);
  const room = await aRoom();
  const userId = await someone();
  const watcher = await living.connect(await someone());
  await watcher.ask('join-room', { roomId: room.id });
  await (await dying.connect(userId)).ask('join-room', { roomId: room.id });
  await eventually(() => watcher.of('user-joined').length === 1);

  // It leaves its entries where they are, as a killed one does.
  await dying.stop();
  await eventually(() => watcher.of('user-left').length === 1, { timeoutMs: 15_000 });
  expect(watcher.of<{ user: { id: string } }>('user-left')[0]?.user.id).toBe(userId);
});

test('tells who shares a room that somebody came online and went', { timeout: 30_000 }, async () => {
  const room = await aRoom();
  const watcher = await one.connect(room.createdBy);
  await watcher.ask('join-room', { roomId: room.id });
  const userId = await someone();
  await database.db.prisma.chatroomMember.create({ data: { roomId: room.id, userId } });
  const client = await other.connect(userId);
  await eventually(() => watcher.of('userOnline').length === 1);
  client.socket.disconnect();
  await eventually(() => watcher.of('userOffline').length === 1, { timeoutMs: 10_000 });
  expect(watcher.of('presence-changed')).toMatchObject([
    { userId, presence: 'online' },
    { userId, presence: 'offline' },
  ]);
});

test('goes on without Redis: messages arrive on both instances, later, and none is lost', { timeout: 60_000 }, async () => {
  const server = await startRedis();
  const redis = { url: server.url, prefix: '' };
  const [here, there] = await Promise.all([startChat({ db: database.db, redis }), startChat({ db: database.db, redis })]);
  onTestFinished(async () => {
    await Promise.all([here.stop(), there.stop()]);
  });
  const room = await aRoom();
  const [ada, bob] = [await here.connect(await someone()), await there.connect(await someone())];
  for (const client of [ada, bob]) await client.ask('join-room', { roomId: room.id });
  await ada.ask('send-message', draft(room.id, 'with'));

  await server.stop();
  const late = await here.connect(await someone());
  await late.ask('join-room', { roomId: room.id });
  for (const client of [bob, ada, ada, ada]) await client.ask('send-message', draft(room.id, 'without'));
  for (const client of [ada, bob]) await eventually(() => client.of('receive-message').length >= 5, { timeoutMs: 10_000 });

  const again = await startRedis({ port: server.port });
  onTestFinished(() => again.stop());
  await eventually(async () => expect((await there.service.checks['redis']?.())?.status).toBe('ok'), { timeoutMs: 10_000 });
  await ada.ask('send-message', draft(room.id, 'with'));
  for (const client of [ada, bob]) {
    await eventually(() => client.of('receive-message').length >= 6, { timeoutMs: 10_000 });
    expect(seqsOf(client)).toEqual(upTo(6));
  }
});

test(
  '[CH4] without Redis: a removal is stored and not confirmed, and who was removed hears no more, before it is back and after',
  { timeout: 60_000 },
  async () => {
    const server = await startRedis();
    const redis = { url: server.url, prefix: '' };
    const [here, there] = await Promise.all([startChat({ db: database.db, redis }), startChat({ db: database.db, redis })]);
    onTestFinished(async () => {
      await Promise.all([here.stop(), there.stop()]);
    });
    const room = await makeChatroom(database.db.prisma, { visibility: 'private' });
    const [userId, witnessId] = [await someone(), await someone()];
    for (const id of [userId, witnessId]) await database.db.prisma.chatroomMember.create({ data: { roomId: room.id, userId: id } });
    const [owner, removed, witness] = [await here.connect(room.createdBy), await there.connect(userId), await there.connect(witnessId)];
    for (const client of [owner, removed, witness]) await client.ask('join-room', { roomId: room.id });

    await server.stop();
    const actor = { userId: room.createdBy, role: 'user', sessionId: randomUUID(), expiresAtMs: 0 } as const;
    const removal = { roomId: room.id, userId };
    await expect(removeMember(here.service.chat, actor, removal)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await database.db.prisma.chatroomMember.count({ where: removal })).toBe(0);
    await owner.ask('send-message', draft(room.id, 'without'));
    await eventually(() => expect(seqsOf(witness)).toEqual([1]), { timeoutMs: 10_000 });

    const again = await startRedis({ port: server.port });
    onTestFinished(() => again.stop());
    await eventually(() => removeMember(here.service.chat, actor, removal), { timeoutMs: 20_000 });
    await owner.ask('send-message', draft(room.id, 'with'));
    await eventually(() => expect(seqsOf(witness)).toEqual([1, 2]), { timeoutMs: 10_000 });
    expect(removed.of('receive-message')).toEqual([]);
  },
);

test('a person writes as fast as people may on all instances together', async () => {
  const redis = await testRedis();
  const limits = { messagesBurst: 6, messagesPerSecond: 0.1 };
  const both = await Promise.all([startChat({ db: database.db, redis, limits }), startChat({ db: database.db, redis, limits })]);
  onTestFinished(async () => {
    await Promise.all(both.map((each) => each.stop()));
  });
  const room = await aRoom();
  const clients = await Promise.all(both.map((each) => each.connect(room.createdBy)));
  const sent = await Promise.allSettled(
    upTo(5).flatMap(() => clients.map((client) => client.ask<Message>('send-message', draft(room.id)))),
  );
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  for (const each of sent) if (each.status === 'rejected') expect(each.reason).toMatchObject({ message: 'rate_limited' });
});
