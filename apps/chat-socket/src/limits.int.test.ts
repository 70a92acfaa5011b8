import { randomUUID } from 'node:crypto';
import { createTestDatabase, eventually, makeChatroom, makeUser, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatOnPort, startChat } from './testing/start-chat.ts';

let database: TestDatabase;
let chat: ChatOnPort;

beforeAll(async () => {
  database = await createTestDatabase();
  const limits = { messagesBurst: 5, messagesPerSecond: 1, typingPerSecond: 2, joinsPerSecond: 3, eventsPerSecond: 100 };
  chat = await startChat({ db: database.db, limits });
});
afterAll(async () => {
  await chat.stop();
  await database.stop();
});

const someone = async () => (await makeUser(database.db.prisma)).id;
const codesOf = async (asked: Promise<unknown>[]) =>
  (await Promise.allSettled(asked)).map((each) => (each.status === 'fulfilled' ? 'ok' : String(each.reason).replace('Error: ', '')));

test('limits messages per person, over all their connections, and keeps order and connection', async () => {
  const room = await makeChatroom(database.db.prisma);
  const userId = await someone();
  const [ada, again] = [await chat.connect(userId), await chat.connect(userId)];
  for (const client of [ada, again]) await client.ask('join-room', { roomId: room.id });
  const send = (client: typeof ada) => client.ask('send-message', { roomId: room.id, clientMessageId: randomUUID(), content: 'hi' });
  const codes = await codesOf([...[1, 2, 3, 4].map(() => send(ada)), ...[1, 2, 3, 4].map(() => send(again))]);
  expect(codes.filter((code) => code === 'rate_limited').length).toBeGreaterThanOrEqual(2);
  expect(codes.filter((code) => code === 'ok')).toHaveLength(await database.db.prisma.message.count({ where: { roomId: room.id } }));
  expect(ada.socket.connected).toBe(true);
});

test('limits joins per connection', async () => {
  const ada = await chat.connect(await someone());
  const room = await makeChatroom(database.db.prisma);
  const codes = await codesOf(Array.from({ length: 8 }, () => ada.ask('join-room', { roomId: room.id })));
  expect(codes.slice(0, 3)).toEqual(['ok', 'ok', 'ok']);
  expect(codes).toContain('rate_limited');
});

test('closes a connection that floods, and no other', async () => {
  const [flooding, quiet] = [await chat.connect(await someone()), await chat.connect(await someone())];
  for (let sent = 0; sent < 300; sent += 1) flooding.socket.emit('no-such-event');
  await eventually(() => !flooding.socket.connected);
  expect(quiet.socket.connected).toBe(true);
});

test('tells the others who is typing, and stops by itself', { timeout: 30_000 }, async () => {
  const room = await makeChatroom(database.db.prisma);
  const [ada, bob] = [await chat.connect(await someone()), await chat.connect(await someone())];
  for (const client of [ada, bob]) await client.ask('join-room', { roomId: room.id });
  ada.socket.emit('typing', { roomId: room.id });
  ada.socket.emit('stop-typing', { roomId: room.id });
  await eventually(() => bob.of('user-stop-typing').length === 1);
  expect(bob.of('user-typing')).toHaveLength(1);

  const begunAtMs = Date.now();
  ada.socket.emit('typing', { roomId: room.id });
  await eventually(() => bob.of('user-stop-typing').length === 2, { timeoutMs: 10_000 });
  expect(Date.now() - begunAtMs).toBeGreaterThan(5_500);

  ada.socket.emit('typing', { roomId: room.id });
  await eventually(() => bob.of('user-typing').length === 3);
  ada.socket.disconnect();
  await eventually(() => bob.of('user-stop-typing').length === 3);
  expect(ada.of('user-typing')).toEqual([]);
});
