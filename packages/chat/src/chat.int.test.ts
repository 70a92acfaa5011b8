import type { Message } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { type Actor, AppError, createMemoryPace, createMemoryPresenceStore, places, silentLogger } from '@metaverse/service-kit';
import { createTestDatabase, makeChatroom, makeSpace, makeUser, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChatFact, Eviction } from './broadcaster.ts';
import { type Chat, createChat } from './chat.ts';
import { addMember } from './members/add-member.ts';
import { announceEnded } from './members/end-memberships.ts';
import { listMembers } from './members/list-members.ts';
import { removeMember } from './members/remove-member.ts';
import { listMessages } from './messages/list-messages.ts';
import { sendMessage } from './messages/send-message.ts';
import { createRoom } from './rooms/create-room.ts';
import { getRoom } from './rooms/get-room.ts';
import { joinRoom } from './rooms/join-room.ts';
import { leaveRoom } from './rooms/leave-room.ts';
import { evictFromSpace, leaveSpaceRooms, removeStrangers } from './rooms/leave-space-rooms.ts';
import { listAllSpaceRooms } from './rooms/list-all-space-rooms.ts';
import { listSpaceRooms } from './rooms/list-space-rooms.ts';
import { whileMember } from './rooms/while-member.ts';

let database: TestDatabase;
let chat: Chat & { stop: () => Promise<void> };
let told: ChatFact[];
let delivered: Message[];
let evicted: Eviction[];

beforeAll(async () => {
  database = await createTestDatabase();
  const broadcaster: Chat['broadcaster'] = {
    tell: (fact) => void told.push(fact),
    deliver: (message) => void delivered.push(message),
    evict: (eviction) => {
      evicted.push(eviction);
      return Promise.resolve();
    },
  };
  chat = createChat({
    db: database.db,
    presence: createMemoryPresenceStore(),
    broadcaster,
    messagePace: createMemoryPace({ burst: 1_000, perSecond: 1_000 }),
    producer: 'test',
    log: silentLogger(),
  });
});
afterAll(async () => {
  await chat.stop();
  await database.stop();
});
beforeEach(() => {
  [told, delivered, evicted] = [[], [], []];
});

const actorOf = (userId: string): Actor => ({ userId, role: 'user', sessionId: newId(), expiresAtMs: 0 });
const someone = async (): Promise<Actor> => actorOf((await makeUser(database.db.prisma)).id);
const draft = (content = 'hello') => ({ clientMessageId: newId(), content });
const page = { limit: 50, cursor: undefined };
const privateSpace = async () => {
  const space = await makeSpace(database.db.prisma, { visibility: 'private' });
  const general = await database.db.prisma.chatroom.findFirstOrThrow({ where: { spaceId: space.id } });
  return { space, general, owner: actorOf(space.ownerId) };
};
const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked;
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

test('hides rooms of a private space from strangers, and private rooms from everybody but their members', async () => {
  const { space, general, owner } = await privateSpace();
  const stranger = await someone();
  const hidden = await createRoom(chat, owner, { spaceId: space.id, draft: { name: 'board', visibility: 'private' } });
  for (const asked of [getRoom(chat, stranger, general.id), joinRoom(chat, stranger, general.id), leaveRoom(chat, stranger, general.id)]) {
    expect(await codeOf(asked)).toBe('not_found');
  }
  expect(await codeOf(listSpaceRooms(chat, stranger, { spaceId: space.id, page }))).toBe('not_found');
  expect(await codeOf(sendMessage(chat, stranger, { roomId: general.id, draft: draft() }))).toBe('not_found');
  expect(await codeOf(listMessages(chat, stranger, { roomId: newId(), query: { limit: 5 } }))).toBe('not_found');

  const member = await someone();
  await database.db.prisma.spaceMember.create({ data: { spaceId: space.id, userId: member.userId } });
  expect((await listAllSpaceRooms(chat, member, space.id)).map(({ id }) => id)).toEqual([general.id]);
  expect((await listAllSpaceRooms(chat, owner, space.id)).map(({ id }) => id)).toEqual([general.id, hidden.id]);
  expect(told.map(({ to, event }) => [event, to])).toEqual([['room-created', [`user:${owner.userId}`]]]);
});

test('lets members of a space make rooms, and tells the space of a public one', async () => {
  const space = await makeSpace(database.db.prisma);
  const room = await createRoom(chat, actorOf(space.ownerId), {
    spaceId: space.id,
    draft: { name: 'tea', topic: 'leaves', visibility: 'public' },
  });
  expect(room).toMatchObject({ name: 'tea', topic: 'leaves', kind: 'text', lastSeq: 0, myRole: 'owner', myReadSeq: 0 });
  expect(told).toMatchObject([{ event: 'room-created', to: [`space:${space.id}`], payload: { room: { id: room.id, myRole: null } } }]);
  expect(await codeOf(createRoom(chat, await someone(), { spaceId: space.id, draft: { name: 'x', visibility: 'public' } }))).toBe(
    'forbidden',
  );
});

test('lets anybody read and join a public room of a public space, and write once they joined', async () => {
  const space = await makeSpace(database.db.prisma);
  const room = await makeChatroom(database.db.prisma, { spaceId: space.id });
  const guest = await someone();
  expect(await getRoom(chat, guest, room.id)).toMatchObject({ myRole: null, myReadSeq: null });
  expect(await codeOf(sendMessage(chat, guest, { roomId: room.id, draft: draft() }))).toBe('forbidden');
  expect(await joinRoom(chat, guest, room.id)).toMatchObject({ myRole: 'member' });
  await joinRoom(chat, guest, room.id);
  expect(told.map(({ event }) => event)).toEqual(['member-added']);
  expect(await codeOf(sendMessage(chat, guest, { roomId: room.id, draft: draft() }))).toBe('ok');
  await leaveRoom(chat, guest, room.id);
  expect(evicted).toEqual([{ userId: guest.userId, roomIds: [room.id] }]);
  expect(await codeOf(sendMessage(chat, guest, { roomId: room.id, draft: draft() }))).toBe('forbidden');
});

test('takes people in and out by rank', async () => {
  const room = await makeChatroom(database.db.prisma, { visibility: 'private' });
  const owner = actorOf(room.createdBy);
  const [admin, member] = [await someone(), await someone()];
  const add = (by: Actor, { userId }: Actor, role: 'admin' | 'member') => addMember(chat, by, { roomId: room.id, draft: { userId, role } });
  expect(await add(owner, admin, 'admin')).toMatchObject({ role: 'admin', isOnline: false });
  await chat.presence.enter({ place: places.online, userId: member.userId, connectionId: 'any' });
  expect(await add(admin, member, 'member')).toMatchObject({ role: 'member', isOnline: true });
  expect(await add(owner, member, 'admin')).toMatchObject({ role: 'member' });
  expect(await codeOf(add(member, await someone(), 'member'))).toBe('forbidden');
  expect(await codeOf(add(admin, await someone(), 'admin'))).toBe('forbidden');
  expect(await codeOf(add(owner, actorOf(newId()), 'member'))).toBe('not_found');

  const { items } = await listMembers(chat, member, { roomId: room.id, page });
  expect(items.map(({ role }) => role)).toEqual(['owner', 'admin', 'member']);
  const remove = (by: Actor, { userId }: Actor) => removeMember(chat, by, { roomId: room.id, userId });
  expect(await codeOf(remove(member, admin))).toBe('forbidden');
  expect(await codeOf(remove(admin, owner))).toBe('forbidden');
  expect(await codeOf(remove(admin, member))).toBe('ok');
  expect(await codeOf(remove(admin, member))).toBe('ok');
  expect(await codeOf(remove(member, owner))).toBe('not_found');
  expect(told.filter(({ event }) => event === 'member-removed')).toHaveLength(1);
});

test('pages through history in both directions', async () => {
  const room = await makeChatroom(database.db.prisma);
  const owner = actorOf(room.createdBy);
  for (let sent = 0; sent < 7; sent += 1) await sendMessage(chat, owner, { roomId: room.id, draft: draft() });
  const read = async (query: { limit: number; beforeSeq?: number; afterSeq?: number; cursor?: string }) => {
    const { items, nextCursor } = await listMessages(chat, owner, { roomId: room.id, query });
    return { seqs: items.map(({ seq }) => seq), nextCursor };
  };
  const latest = await read({ limit: 3 });
  expect(latest.seqs).toEqual([5, 6, 7]);
  const before = await read({ limit: 3, cursor: latest.nextCursor ?? '' });
  expect(before.seqs).toEqual([2, 3, 4]);
  expect(await read({ limit: 3, cursor: before.nextCursor ?? '' })).toEqual({ seqs: [1], nextCursor: null });
  const after = await read({ limit: 4, afterSeq: 0 });
  expect(after.seqs).toEqual([1, 2, 3, 4]);
  expect(await read({ limit: 4, cursor: after.nextCursor ?? '' })).toEqual({ seqs: [5, 6, 7], nextCursor: null });
  expect(await read({ limit: 3, afterSeq: 7 })).toEqual({ seqs: [], nextCursor: null });
  expect(await codeOf(read({ limit: 3, cursor: 'sideways:4' }))).toBe('invalid_payload');
});

test('[CH1] a message that cannot be stored takes no seq and spoils none of its group', async () => {
  const room = await makeChatroom(database.db.prisma);
  const owner = actorOf(room.createdBy);
  const drafts = [draft('one'), draft('not storable \u0000'), draft('two'), draft('three')];
  const codes = await Promise.all(drafts.map((each) => codeOf(sendMessage(chat, owner, { roomId: room.id, draft: each }))));
  expect(codes.map((code) => code === 'ok')).toEqual([true, false, true, true]);
  expect(delivered.map(({ seq, content }) => `${seq} ${content}`)).toEqual(['1 one', '2 two', '3 three']);
  expect(await database.db.prisma.outbox.count({ where: { key: room.id } })).toBe(3);
});

test('[CH5] a repeated message raises nothing, also within its group', async () => {
  const room = await makeChatroom(database.db.prisma);
  const owner = actorOf(room.createdBy);
  const same = draft();
  const answers = await Promise.all([same, draft(), same].map((each) => sendMessage(chat, owner, { roomId: room.id, draft: each })));
  expect(answers.map(({ message, isRepeated }) => [message.seq, isRepeated])).toEqual([
    [1, false],
    [2, false],
    [1, true],
  ]);
  const again = await sendMessage(chat, owner, { roomId: room.id, draft: same });
  expect(again).toEqual({ message: answers[0]?.message, isRepeated: true });
  expect(delivered).toHaveLength(2);
});

test('ends memberships of rooms with that of their space, and of strangers when it becomes private', async () => {
  const { db } = database;
  const space = await makeSpace(db.prisma);
  const general = await db.prisma.chatroom.findFirstOrThrow({ where: { spaceId: space.id } });
  const [leaving, stranger] = [await someone(), await someone()];
  await db.prisma.spaceMember.create({ data: { spaceId: space.id, userId: leaving.userId } });
  for (const actor of [leaving, stranger]) await joinRoom(chat, actor, general.id);

  const strangers = await db.transaction((tx) => removeStrangers(tx, space.id));
  expect(strangers).toEqual([{ roomId: general.id, userId: stranger.userId }]);
  const ended = await db.transaction((tx) => leaveSpaceRooms(tx, { spaceId: space.id, userId: leaving.userId }));
  await announceEnded(chat, [...strangers, ...ended]);
  expect(evicted.map(({ userId }) => userId)).toEqual([stranger.userId, leaving.userId]);
  // Whoever was told that it is not confirmed asks again, and there is no membership left to end.
  await evictFromSpace(chat, { spaceId: space.id, userId: leaving.userId });
  expect(evicted.at(-1)).toEqual({ userId: leaving.userId, roomIds: [general.id] });
  const left = await db.prisma.chatroomMember.findMany({ where: { roomId: general.id } });
  expect(left.map(({ userId }) => userId)).toEqual([space.ownerId]);
});

test('[CH4] nobody begins to listen in a room of a private space that they left while they were joining it', async () => {
  const { space, general: room } = await privateSpace();
  const { userId } = await someone();
  // The membership that a join stores when the space was left after it had looked.
  await database.db.prisma.chatroomMember.create({ data: { roomId: room.id, userId, role: 'member' } });
  let acts = 0;
  const listen = () => whileMember(chat, { roomId: room.id, userId }, () => void (acts += 1));

  expect(await listen()).toBeNull();
  expect(acts).toBe(0);
  await database.db.prisma.spaceMember.create({ data: { spaceId: space.id, userId, role: 'member' } });
  expect(await listen()).toEqual({ lastSeq: 0, revision: 0 });
  expect(acts).toBe(1);
});
