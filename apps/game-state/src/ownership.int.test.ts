import { createTestDatabase, eventually, makeSpace, makeUser, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { startWorld, type WorldOnPort } from './testing/start-world.ts';

let database: TestDatabase;
let one: WorldOnPort;
let other: WorldOnPort;
let spaceId: string;
let userId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.stop();
});
beforeEach(async () => {
  [one, other] = await Promise.all([startWorld({ db: database.db }), startWorld({ db: database.db })]);
  spaceId = (await makeSpace(database.db.prisma)).id;
  userId = (await makeUser(database.db.prisma)).id;
});
afterEach(async () => {
  await Promise.all([one.stop(), other.stop()]);
});

const leaseOf = () => database.db.prisma.worldLease.findUniqueOrThrow({ where: { spaceId } });
const positionsOf = async (): Promise<unknown> => (await database.db.prisma.worldSnapshot.findUnique({ where: { spaceId } }))?.positions;

test('[WO3] an instance that is asked for a space takes it from its owner, who tells its people; they are where they were', async () => {
  const ada = await one.connect(userId);
  const { self } = await ada.join(spaceId);
  ada.socket.emit('move', { seq: 1, x: self.x + 1, y: self.y });
  await eventually(() => expect(ada.frames().at(-1)?.ownStep?.seq).toBe(1));
  const first = await leaseOf();

  const elsewhere = await other.connect(userId);
  const joined = await elsewhere.join(spaceId);
  expect(joined.self).toMatchObject({ x: self.x + 1, y: self.y, direction: 'right' });
  await eventually(() => expect(ada.of('moved-away')).toEqual([{ spaceId }]));
  await eventually(() => expect(ada.socket.connected).toBe(false));
  const second = await leaseOf();
  expect(second.fence).toBe(first.fence + 1n);
  expect(second.owner).not.toBe(first.owner);
  expect(await one.figure('world_spaces')).toBe(0);
  await eventually(async () => expect(await one.presence.list(`space:${spaceId}`)).toEqual([]));
});

test('a space whose map was changed tells its version, and is opened anew with people on tiles that are free', async () => {
  const positions = { [userId]: { x: 18, y: 17, direction: 'left' } };
  await database.db.prisma.worldSnapshot.create({ data: { spaceId, fence: 0, positions } });
  const ada = await one.connect(userId);
  const { self, space } = await ada.join(spaceId);
  expect(self).toMatchObject({ x: 18, y: 17 });

  const smaller = { width: 12, height: 12, mapVersion: 2 };
  await database.db.prisma.space.update({ where: { id: spaceId }, data: smaller });
  await eventually(() => expect(ada.of('space-updated')).toEqual([{ spaceId, mapVersion: 2 }]));
  await eventually(() => expect(ada.of('moved-away')).toEqual([{ spaceId }]));
  const again = await (await one.connect(userId)).join(spaceId);
  expect(again.space).toEqual({ ...space, ...smaller });
  expect(again.self.x < 12 && again.self.y < 12).toBe(true);
});

test('[WO3] a lease that nobody renews is free after its time, and its fence goes on rising', async () => {
  await database.db.pool.query(
    `INSERT INTO world_leases (space_id, owner, fence, expires_at) VALUES ($1, 'dead', 41, now() + interval '3 seconds')`,
    [spaceId],
  );
  const positions = { [userId]: { x: 7, y: 8, direction: 'left' } };
  await database.db.prisma.worldSnapshot.create({ data: { spaceId, fence: 41, positions } });
  const startedAt = Date.now();
  const ada = await one.connect(userId);
  const { self } = await ada.join(spaceId);
  expect(Date.now() - startedAt).toBeGreaterThan(2_500);
  expect(self).toMatchObject({ x: 7, y: 8, direction: 'left' });
  expect((await leaseOf()).fence).toBe(42n);
});

test('[WO3] while an owner neither hands over nor dies the join is answered unavailable', async () => {
  await database.db.pool.query(
    `INSERT INTO world_leases (space_id, owner, fence, expires_at) VALUES ($1, 'stubborn', 1, now() + interval '1 hour')`,
    [spaceId],
  );
  const ada = await one.connect(userId);
  await expect(ada.join(spaceId)).rejects.toThrow('unavailable');
  expect((await leaseOf()).requestedBy).toMatch(/^test:/);
});

test('[WO3] an owner whose lease was taken sends no frame, writes no snapshot and tells its people to go', async () => {
  const ada = await one.connect(userId);
  const { self } = await ada.join(spaceId);
  await eventually(async () => expect(await positionsOf()).toHaveProperty(userId));
  const taken = { fence: 99, positions: { [userId]: { x: 5, y: 5, direction: 'up' } } };
  await database.db.pool.query(
    `UPDATE world_leases SET owner = 'thief', fence = 99, expires_at = now() + interval '1 hour' WHERE space_id = $1`,
    [spaceId],
  );
  await database.db.prisma.worldSnapshot.update({ where: { spaceId }, data: taken });
  ada.socket.emit('move', { seq: 1, x: self.x + 1, y: self.y });
  await eventually(() => expect(ada.of('moved-away')).toEqual([{ spaceId }]));
  await eventually(() => expect(ada.socket.connected).toBe(false));
  expect(await positionsOf()).toEqual(taken.positions);
  expect(await one.figure('world_leases_lost_total')).toBe(1);
});

test('where people are is stored within a second or two of a step, and when somebody leaves', async () => {
  const ada = await one.connect(userId);
  const { self } = await ada.join(spaceId);
  ada.socket.emit('move', { seq: 1, x: self.x, y: self.y + 1 });
  await eventually(async () => expect(await positionsOf()).toEqual({ [userId]: { x: self.x, y: self.y + 1, direction: 'down' } }));
  await ada.ask('leave');
  await eventually(async () => expect(await positionsOf()).toEqual({}));
});

test('a stop stores where people are, frees the leases and tells people to come back', async () => {
  const ada = await one.connect(userId);
  const { self } = await ada.join(spaceId);
  ada.socket.emit('move', { seq: 1, x: self.x + 1, y: self.y + 1 });
  await eventually(() => expect(ada.frames().at(-1)?.ownStep?.seq).toBe(1));
  await one.service.stop();
  await one.service.stop();
  expect(one.service.isReady()).toBe(false);
  await eventually(() => expect(ada.of('moved-away')).toEqual([{ spaceId }]));
  const back = await (await other.connect(userId)).join(spaceId);
  expect(back.self).toMatchObject({ x: self.x + 1, y: self.y + 1 });
});

test('many people who ask at once for a space that nobody serves get the same one', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => makeUser(database.db.prisma)));
  const clients = await Promise.all(people.map(({ id }) => one.connect(id)));
  await Promise.all(clients.map((client) => client.join(spaceId)));
  await eventually(() => {
    for (const client of clients) expect(client.inView().size).toBe(8);
  });
  expect((await leaseOf()).fence).toBe(1n);
});

test('a space that everybody has left is given up after a while, and can be entered again', async () => {
  const ada = await one.connect(userId);
  await ada.join(spaceId);
  await ada.ask('leave');
  await eventually(async () => expect(await one.figure('world_spaces')).toBe(0), { timeoutMs: 15_000 });
  await expect(ada.join(spaceId)).resolves.toMatchObject({ space: { id: spaceId } });
  expect((await leaseOf()).fence).toBe(2n);
});
