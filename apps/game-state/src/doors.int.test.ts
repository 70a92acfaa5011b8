import { createRedis } from '@metaverse/redis';
import { silentLogger } from '@metaverse/service-kit';
import { createTestDatabase, eventually, makeSpace, makeUser, startRedis, type TestDatabase } from '@metaverse/test-kit';
import { io as connect } from 'socket.io-client';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startWorld, type WorldClient, type WorldOnPort } from './testing/start-world.ts';

let database: TestDatabase;
let world: WorldOnPort;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await startWorld({ db: database.db });
});

afterAll(async () => {
  await world.stop();
  await database.stop();
});

const person = async (): Promise<WorldClient & { userId: string }> => {
  const { id } = await makeUser(database.db.prisma);
  return { ...(await world.connect(id)), userId: id };
};
const space = async (fields: Parameters<typeof makeSpace>[1] = {}): Promise<string> => (await makeSpace(database.db.prisma, fields)).id;
const dropConnection = ({ socket }: WorldClient): void => void socket.io.engine.close();

test('without a token nobody is let in', async () => {
  const stranger = connect(world.url, {
    path: '/socket/world',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const refused = await new Promise<Error & { data?: unknown }>((resolve) => stranger.on('connect_error', resolve));
  expect(refused).toMatchObject({ message: 'unauthenticated', data: { code: 'unauthenticated' } });
  stranger.disconnect();
});

test('a private space is for its members; to others it is not there, like one that does not exist', async () => {
  const { id: ownerId } = await makeUser(database.db.prisma);
  const spaceId = await space({ visibility: 'private', ownerId });
  const ada = await person();
  await expect(ada.join(spaceId)).rejects.toThrow('not_found');
  await expect(ada.join(crypto.randomUUID())).rejects.toThrow('not_found');
  await expect((await world.connect(ownerId)).join(spaceId)).resolves.toMatchObject({ space: { id: spaceId } });
  await database.db.prisma.spaceMember.create({ data: { spaceId, userId: ada.userId } });
  await expect(ada.join(spaceId)).resolves.toMatchObject({ space: { id: spaceId } });
  await expect(ada.join(await space({ visibility: 'unlisted' }))).resolves.toBeDefined();
});

test('malformed payloads are answered or dropped, and the connection goes on', async () => {
  const ada = await person();
  const spaceId = await space();
  await expect(ada.ask('join', { spaceId: 'x' })).rejects.toThrow('invalid_payload');
  await expect(ada.ask('join', { spaceId, encoding: 'xml' })).rejects.toThrow('invalid_payload');
  await expect(ada.ask('join', null)).rejects.toThrow('invalid_payload');
  await ada.join(spaceId);
  for (const bad of [null, 'x', {}, { x: 1.5, y: 2 }, { x: '1', y: 2 }, { seq: -1, x: 2, y: 1 }]) ada.socket.emit('move', bad);
  for (const bad of [null, { x: 0, y: 0, width: 0, height: 5 }, { x: Infinity, y: 0, width: 1, height: 1 }]) ada.socket.emit('view', bad);
  for (const cursor of [5, '', 'not of this list']) await expect(ada.ask('roster', { cursor })).rejects.toThrow('invalid_payload');
  ada.socket.emit('move', { seq: 1, x: 2, y: 1 });
  await eventually(() => expect(ada.frames().at(-1)?.ownStep).toMatchObject({ seq: 1, x: 2 }));
  expect(ada.rejections()).toEqual([]);
});

test('events before a join do nothing, and leaving twice is fine', async () => {
  const ada = await person();
  ada.socket.emit('move', { seq: 1, x: 2, y: 1 });
  ada.socket.emit('view', { x: 0, y: 0, width: 5, height: 5 });
  await expect(ada.ask('roster')).rejects.toThrow('conflict');
  await expect(ada.ask('leave')).resolves.toEqual({});
  const spaceId = await space();
  await ada.join(spaceId);
  await expect(ada.ask('leave')).resolves.toEqual({});
  await expect(ada.ask('leave')).resolves.toEqual({});
  ada.socket.emit('move', { seq: 2, x: 2, y: 1 });
  await expect(ada.ask('roster')).rejects.toThrow('conflict');
  expect(ada.rejections()).toEqual([]);
});

test('joining again on the same connection changes nothing but begins anew', async () => {
  const [ada, ben] = [await person(), await person()];
  const spaceId = await space();
  await ben.join(spaceId);
  const { self } = await ada.join(spaceId);
  await eventually(() => expect(ben.inView().size).toBe(2));
  const again = await ada.join(spaceId);
  expect(again.self).toEqual(self);
  await eventually(() => expect(ada.inView().size).toBe(2));
  expect(ada.of('kicked')).toEqual([]);
  expect(ben.frames().flatMap(({ left }) => left)).toEqual([]);
});

test('a connection is in one space at a time', async () => {
  const [ada, ben] = [await person(), await person()];
  const [here, there] = [await space(), await space()];
  await ben.join(here);
  await ada.join(here);
  await eventually(() => expect(ben.inView().size).toBe(2));
  await ada.join(there);
  await eventually(() => expect([...ben.inView().keys()]).toEqual([ben.userId]));
});

test('[WO4] a second connection takes the avatar over, unseen by others, and the first is put out', async () => {
  const [ada, ben] = [await person(), await person()];
  const spaceId = await space();
  await ben.join(spaceId);
  await ada.join(spaceId);
  await eventually(() => expect(ben.inView().size).toBe(2));
  const second = await world.connect(ada.userId);
  const { self } = await second.join(spaceId);
  await eventually(() => expect(ada.of('kicked')).toEqual([{ reason: 'taken-over' }]));
  await eventually(() => expect(ada.socket.connected).toBe(false));
  expect({ x: self.x, y: self.y }).toEqual((({ x, y }) => ({ x, y }))(ben.inView().get(ada.userId) ?? { x: NaN, y: NaN }));
  second.socket.emit('move', { seq: 1, x: self.x + 1, y: self.y });
  await eventually(() => expect(ben.inView().get(ada.userId)?.x).toBe(self.x + 1));
  expect(ben.frames().flatMap(({ left }) => left)).toEqual([]);
});

test('[WO7] a dropped connection comes back to its place, unseen by others', async () => {
  const [ada, ben] = [await person(), await person()];
  const spaceId = await space();
  await ben.join(spaceId, 'json');
  const arrival = (await ada.join(spaceId)).self;
  ada.socket.emit('move', { seq: 1, x: arrival.x + 1, y: arrival.y });
  await eventually(() => expect(ada.frames().at(-1)?.ownStep?.seq).toBe(1));
  const place = ada.inView().get(ada.userId);
  const told = () => ben.heard.filter(({ event }) => event === 'user-left' || event === 'user-joined').length;
  const before = told();
  dropConnection(ada);
  await eventually(() => expect(ada.socket.connected).toBe(false));
  const back = await world.connect(ada.userId);
  const { self } = await back.join(spaceId);
  expect(self).toMatchObject({ x: place?.x, y: place?.y });
  back.socket.emit('move', { seq: 1, x: self.x + 1, y: self.y });
  await eventually(() =>
    expect(ben.of<{ userId: string; x: number }>('movement').at(-1)).toMatchObject({ userId: ada.userId, x: self.x + 1 }),
  );
  expect(told()).toBe(before);
});

test('[WO7] who does not come back is gone after the grace time, who disconnects cleanly at once', async () => {
  const [ada, ben, cem] = [await person(), await person(), await person()];
  const spaceId = await space();
  await ada.join(spaceId);
  await ben.join(spaceId);
  await cem.join(spaceId);
  await eventually(() => expect(ada.inView().size).toBe(3));
  cem.socket.disconnect();
  await eventually(() => expect(ada.inView().has(cem.userId)).toBe(false), { timeoutMs: 2_000 });
  const droppedAt = Date.now();
  dropConnection(ben);
  await eventually(() => expect(ada.inView().has(ben.userId)).toBe(false), { timeoutMs: 15_000 });
  expect(Date.now() - droppedAt).toBeGreaterThan(9_500);
  expect(Date.now() - droppedAt).toBeLessThan(12_000);
});

test('a connection above the limit of events is closed, one below is not', async () => {
  const ada = await person();
  await ada.join(await space());
  for (let i = 0; i < 400; i += 1) ada.socket.emit('view', { x: 0, y: 0, width: 20, height: 20 });
  await ada.roster();
  for (let i = 0; i < 800; i += 1) ada.socket.emit('nonsense');
  await eventually(() => expect(ada.socket.connected).toBe(false));
});

test('joins above the limit are refused', async () => {
  const ada = await person();
  const spaceId = await space();
  const outcomes = await Promise.allSettled(Array.from({ length: 15 }, () => ada.join(spaceId)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(4);
  expect(refused[0]).toMatchObject({ reason: { message: 'rate_limited' } });
});

test('a deleted space puts its people out', async () => {
  const ada = await person();
  const spaceId = await space();
  await ada.join(spaceId);
  await database.db.prisma.space.delete({ where: { id: spaceId } });
  await eventually(() => expect(ada.of('kicked')).toEqual([{ reason: 'space-deleted' }]));
  await eventually(() => expect(ada.socket.connected).toBe(false));
});

test('a token is renewed without an interruption', async () => {
  const ada = await person();
  await expect(ada.ask('authenticate', { token: ada.userId })).resolves.toEqual({});
  await expect(ada.ask('authenticate', { token: '' })).rejects.toThrow('unauthenticated');
});

test('who is put out by the room of the space leaves at once', async () => {
  const [ada, ben] = [await person(), await person()];
  const spaceId = await space();
  await ada.join(spaceId);
  await ben.join(spaceId);
  await eventually(() => expect(ada.inView().size).toBe(2));
  world.service.io.in(`user:${ben.userId}`).emit('kicked', { reason: 'removed' });
  world.service.io.in(`user:${ben.userId}`).disconnectSockets(true);
  await eventually(() => expect(ben.of('kicked')).toEqual([{ reason: 'removed' }]));
  await eventually(() => expect([...ada.inView().keys()]).toEqual([ada.userId]), { timeoutMs: 2_000 });
});

test('while Redis is away, who may not be there any more is found in the database and put out', { timeout: 30_000 }, async () => {
  const { prisma } = database.db;
  const server = await startRedis();
  const redis = createRedis({ url: server.url, log: silentLogger() });
  const cutOff = await startWorld({ db: database.db, redis });
  onTestFinished(async () => {
    await cutOff.stop();
    await redis.stop();
  });
  const spaceId = await space({ visibility: 'private' });
  const [removed, loggedOut, member] = [await makeUser(prisma), await makeUser(prisma), await makeUser(prisma)];
  const people = [removed, loggedOut, member];
  await prisma.spaceMember.createMany({ data: people.map(({ id }) => ({ spaceId, userId: id })) });
  const [first, second, third] = await Promise.all(
    people.map(async ({ id }) => {
      const client = await cutOff.connect(id);
      await client.join(spaceId);
      return client;
    }),
  );

  await server.stop();
  await prisma.spaceMember.deleteMany({ where: { spaceId, userId: removed.id } });
  // In these tests a session has the id of its person.
  await prisma.session.create({ data: { id: loggedOut.id, userId: loggedOut.id, revokedAt: new Date() } });
  await eventually(() => expect(first?.of('kicked')).toEqual([{ reason: 'removed' }]), { timeoutMs: 10_000 });
  await eventually(() => expect([first, second, third].map((client) => client?.socket.connected)).toEqual([false, false, true]));
  await eventually(() => expect([...(third?.inView().keys() ?? [])]).toEqual([member.id]));
});
