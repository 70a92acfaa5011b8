import { createTestDatabase, eventually, makeSpace, makeUser, type TestDatabase } from '@metaverse/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const person = async (fields: Parameters<typeof makeUser>[1] = {}): Promise<WorldClient & { userId: string }> => {
  const { id } = await makeUser(database.db.prisma, fields);
  return { ...(await world.connect(id)), userId: id };
};
const space = async (fields: Parameters<typeof makeSpace>[1] = {}): Promise<string> => (await makeSpace(database.db.prisma, fields)).id;

test('who joins is told where they are and who is in view, and the others see them appear at once', async () => {
  const spaceId = await space();
  const [ada, ben] = [await person({ displayName: 'Ada' }), await person({ displayName: 'Ben' })];
  const first = await ada.join(spaceId);
  expect(first).toMatchObject({
    self: { userId: ada.userId, displayName: 'Ada', x: 1, y: 1, direction: 'down', presence: 'online' },
    players: [],
  });
  expect(first.space).toEqual({ id: spaceId, width: 20, height: 20, tileSize: 32, mapVersion: 1 });
  expect(first.tickMs).toBe(50);
  const second = await ben.join(spaceId);
  expect(second.players).toMatchObject([{ userId: ada.userId }]);
  await eventually(() => expect(ada.inView().get(ben.userId)).toMatchObject({ displayName: 'Ben', x: second.self.x, y: second.self.y }));
  await eventually(() => expect([...ben.inView().keys()].sort()).toEqual([ada.userId, ben.userId].sort()));
});

test('[WO1] steps are taken, seen by others, and acknowledged by the seq of the last one', async () => {
  const spaceId = await space();
  const [ada, ben] = [await person(), await person()];
  await ada.join(spaceId);
  await ben.join(spaceId);
  ada.socket.emit('move', { seq: 1, x: 2, y: 1 });
  ada.socket.emit('move', { seq: 2, x: 3, y: 2 });
  await eventually(() => expect(ben.inView().get(ada.userId)).toMatchObject({ x: 3, y: 2, direction: 'right' }));
  await eventually(() => expect(ada.frames().at(-1)?.ownStep).toEqual({ seq: 2, x: 3, y: 2, direction: 'right' }));
  expect(ada.rejections()).toEqual([]);
});

test('[WO2] what is not legal is refused with the place that holds', async () => {
  const wall = { floors: [], walls: [{ finish: 'wall-plaster', from: [3, 0], to: [3, 19] }], doorways: [], spawns: [{ x: 2, y: 2 }] };
  const ada = await person();
  await ada.join(await space({ ground: wall }));
  for (const step of [
    { seq: 1, x: 3, y: 2 },
    { seq: 2, x: 5, y: 5 },
    { seq: 3, x: 2, y: 2 },
    { seq: 4, x: -1, y: 2 },
    { x: 3, y: 3 },
  ]) {
    ada.socket.emit('move', step);
  }
  const place = { x: 2, y: 2 };
  await eventually(() =>
    expect(ada.rejections()).toEqual([
      { seq: 1, ...place, reason: 'blocked' },
      { seq: 2, ...place, reason: 'not_adjacent' },
      { seq: 3, ...place, reason: 'not_adjacent' },
      { seq: 4, ...place, reason: 'out_of_bounds' },
      { seq: null, ...place, reason: 'blocked' },
    ]),
  );
});

test.for(['binary', 'json'] as const)('no number that a client may call its step stops the world, with encoding %s', async (encoding) => {
  const ada = await person();
  const { self } = await ada.join(await space(), encoding);
  const highest = Number.MAX_SAFE_INTEGER - 1;
  ada.socket.emit('move', { seq: highest, x: self.x + 1, y: self.y });
  const accepted = () => [...ada.of<{ seq?: number }>('movement'), ...ada.frames().flatMap(({ ownStep }) => ownStep ?? [])];
  await eventually(() => expect(accepted()).toMatchObject([{ seq: highest }]));
  await expect(ada.ask('move', { seq: highest + 1, x: self.x, y: self.y })).rejects.toThrow('invalid_payload');
  expect((await ada.roster()).length).toBe(1);
});

test('[WO6] a flood of steps gets the burst and then too_fast, from the place where it ended', async () => {
  const ada = await person();
  const { self } = await ada.join(await space());
  for (let seq = 1; seq <= 30; seq += 1) ada.socket.emit('move', { seq, x: self.x + (seq % 2), y: self.y });
  await eventually(() => expect(ada.frames().at(-1)?.ownStep?.seq).toBeGreaterThanOrEqual(6));
  await eventually(() => expect(ada.rejections().some(({ reason }) => reason === 'too_fast')).toBe(true));
  const accepted = await world.figure('world_moves_total', { outcome: 'accepted' });
  expect(accepted).toBeLessThan(30);
});

test('elements and walls of the space are in the way', async () => {
  const spaceId = await space();
  const element = await database.db.prisma.element.create({
    data: { id: crypto.randomUUID(), name: 'Table', imageUrl: '/x.svg', width: 2, height: 1, static: true, blocks: [[1, 0]] },
  });
  await database.db.prisma.placement.create({ data: { id: crypto.randomUUID(), spaceId, elementId: element.id, x: 2, y: 1, rotation: 1 } });
  const ada = await person();
  await ada.join(spaceId);
  ada.socket.emit('move', { seq: 1, x: 2, y: 1 });
  ada.socket.emit('move', { seq: 2, x: 2, y: 2 });
  await eventually(() => expect(ada.rejections()).toEqual([{ seq: 2, x: 2, y: 1, reason: 'blocked' }]));
});

test('with encoding json a client is told the same facts as plain events', async () => {
  const spaceId = await space();
  const [ada, ben] = [await person(), await person()];
  await ada.join(spaceId, 'json');
  const { self } = await ben.join(spaceId, 'json');
  await eventually(() => expect(ada.of('user-joined')).toMatchObject([{ userId: ben.userId, username: expect.any(String), x: self.x }]));
  ben.socket.emit('move', { seq: 7, x: self.x + 1, y: self.y + 1 });
  const there = { userId: ben.userId, x: self.x + 1, y: self.y + 1, direction: 'right' };
  await eventually(() => expect(ada.of('movement')).toEqual([there]));
  await eventually(() => expect(ben.of('movement')).toEqual([{ ...there, seq: 7 }]));
  await ben.ask('leave');
  await eventually(() => expect(ada.of('user-left')).toEqual([{ userId: ben.userId }]));
  expect([...ada.of('frame'), ...ben.of('frame'), ...ben.of('user-joined')]).toEqual([]);
});

test('[FR7] when nothing happens nothing is sent', async () => {
  const spaceId = await space();
  const [ada, ben] = [await person(), await person()];
  await ada.join(spaceId);
  await ben.join(spaceId);
  await eventually(() => expect(ada.inView().size).toBe(2));
  await eventually(() => expect(ada.of('roster-changed').length).toBeGreaterThan(0));
  const before = ada.heard.length;
  const ticks = await world.figure('world_ticks_total');
  // A round trip of someone else's roster takes longer than a tick only by chance: count ticks of this very instance instead.
  const stranger = await person();
  await stranger.join(await space());
  await eventually(async () => expect(await world.figure('world_ticks_total')).toBeGreaterThan(ticks + 1));
  expect(ada.heard.length).toBe(before);
});

test('the roster lists everybody in the space, page by page, and its changes are told together', async () => {
  const spaceId = await space();
  const ada = await person({ displayName: 'Ada' });
  await ada.join(spaceId);
  const others = await Promise.all([1, 2, 3].map(() => person({ presence: 'busy' })));
  await Promise.all(others.map((other) => other.join(spaceId)));
  const expected = [ada, ...others].map(({ userId }) => userId).sort();
  expect((await ada.roster()).map(({ userId }) => userId)).toEqual(expected);
  expect(await ada.roster()).toContainEqual({ userId: others[0]?.userId, displayName: expect.any(String), presence: 'busy' });
  const seen = () => ada.of<{ joined: { userId: string }[]; left: string[] }>('roster-changed');
  await eventually(() =>
    expect(
      seen()
        .flatMap(({ joined }) => joined.map(({ userId }) => userId))
        .sort(),
    ).toEqual(expected),
  );
  expect(seen().length).toBeLessThanOrEqual(3);
  await others[0]?.ask('leave');
  await eventually(() => expect(seen().at(-1)).toEqual({ joined: [], left: [others[0]?.userId] }));
  await expect(ada.ask('roster', { cursor: expected.at(-1) })).resolves.toEqual({ people: [], nextCursor: null });
});

test('everybody inside is present at the space for the other services', async () => {
  const spaceId = await space();
  const ada = await person();
  await ada.join(spaceId);
  await eventually(async () => expect(await world.presence.list(`space:${spaceId}`)).toEqual([ada.userId]));
  await ada.ask('leave');
  await eventually(async () => expect(await world.presence.list(`space:${spaceId}`)).toEqual([]));
});
