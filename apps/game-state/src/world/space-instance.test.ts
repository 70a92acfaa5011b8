import { createMetrics } from '@metaverse/service-kit';
import { seededRandom } from '@metaverse/test-kit';
import {
  blockedTiles,
  cellsInView,
  createFrameReader,
  FULL_RATE_PEOPLE,
  isTileInRect,
  NEIGHBOURS,
  SLOW_EVERY_TICKS,
  type Spot,
  STEP_MS,
  TICK_MS,
  viewAround,
} from '@metaverse/world-core';
import { expect, test } from 'vitest';
import { createWorldMetrics } from '../world-metrics.ts';
import type { Player } from './model.ts';
import { SpaceInstance } from './space-instance.ts';
import type { Outlet } from './model.ts';

const idOf = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const profileOf = (n: number) => ({
  userId: idOf(n),
  username: `user-${n}`,
  displayName: `User ${n}`,
  avatar: { id: null, look: null, imageUrl: null },
  presence: 'online' as const,
});

const makeSpace = (side: number, remembered = new Map<string, Spot>()) => {
  const metrics = createMetrics();
  const grid = blockedTiles({ width: side, height: side, ground: { floors: [], walls: [], doorways: [], spawns: [] }, placements: [] });
  const space = new SpaceInstance(
    { spaceId: idOf(0), grid, mapVersion: 1, spawns: [], remembered },
    { metrics: createWorldMetrics(metrics), nowMs: 0, onEnter: () => undefined, onLeave: () => undefined },
  );
  const figure = async (name: string): Promise<number> => (await metrics.getSingleMetric(name)?.get())?.values[0]?.value ?? 0;
  return { space, figure };
};

/** A connection that reads the frames it is sent, strictly. */
const makeClient = (id: string) => {
  const reader = createFrameReader();
  const client = {
    reader,
    lag: 'none' as ReturnType<Outlet['lag']>,
    frames: 0,
    bytes: 0,
    events: [] as { event: string; payload: unknown }[],
    ended: [] as string[],
    outlet: {} as Outlet,
  };
  client.outlet = {
    id,
    lag: () => client.lag,
    sendFrame: (parts) => {
      const bytes = Buffer.concat(parts);
      client.frames += 1;
      client.bytes += bytes.length;
      reader.read(bytes);
    },
    emit: (event, payload) => void client.events.push({ event, payload }),
    end: (how) => void client.ended.push(how),
  };
  return client;
};
type Client = ReturnType<typeof makeClient>;

const places = (people: Iterable<{ userId: string; x: number; y: number }>) =>
  Object.fromEntries(Array.from(people, ({ userId, x, y }) => [userId, `${x},${y}`] as const).sort());

test.each([1, 2, 3, 4, 5])('[FR1–FR6] every viewer knows who is in view, whatever happens (seed %i)', { timeout: 60_000 }, async (seed) => {
  const random = seededRandom(seed);
  const side = 96;
  const { space, figure } = makeSpace(side);
  const clients = new Map<Player, Client>();
  let next = 1;
  let nowMs = 0;
  let encodings = 0;
  let occupied = 0;
  let connections = 0;

  const join = (n: number): void => {
    connections += 1;
    const client = makeClient(`connection-${connections}`);
    const { player } = space.join({ profile: profileOf(n), outlet: client.outlet, encoding: random() < 0.2 ? 'json' : 'binary', nowMs });
    clients.set(player, client);
  };
  for (; next <= 75; next += 1) join(next);

  for (let tick = 1; tick <= 160; tick += 1) {
    nowMs = tick * TICK_MS;
    for (const [player, client] of clients) {
      const chance = random();
      const [dx, dy] = NEIGHBOURS[Math.floor(random() * 8)] ?? [0, 0];
      if (chance < 0.3) space.move(player, { x: player.spot.x + dx, y: player.spot.y + dy, seq: tick }, nowMs);
      else if (chance < 0.31)
        space.look(player, { x: random() * side, y: random() * side, width: 5 + random() * 40, height: 5 + random() * 30 });
      else if (chance < 0.32) client.lag = client.lag === 'none' ? 'behind' : 'none';
      else if (chance < 0.323) {
        space.leave(player);
        clients.delete(player);
      } else if (chance < 0.326) {
        space.disconnect(player, client.outlet.id, { isClean: false, nowMs });
        clients.delete(player);
      } else if (chance < 0.33) join(Number(player.userId.slice(-12)));
    }
    if (random() < 0.2) {
      join(next);
      next += 1;
    }
    const figures = space.tick(tick, nowMs);
    const encodingsNow = (await figure('world_cell_encodings_total')) - encodings;
    encodings += encodingsNow;
    expect(encodingsNow).toBeLessThanOrEqual(figures ?? 0);
    occupied += figures ?? 0;

    // At a slow tick every viewer that keeps up knows everything.
    if (tick % SLOW_EVERY_TICKS !== 0) continue;
    for (const [player, { reader, lag }] of clients) {
      const rect = player.viewer?.rect;
      if (lag !== 'none' || !rect || (tick < 160 && random() < 0.8)) continue;
      const inView = Array.from(space.players, ({ userId, spot }) => ({ userId, ...spot })).filter((spot) => isTileInRect(rect, spot));
      const told = player.viewer?.encoding === 'json' ? player.viewer.reader : reader;
      expect(places(told.players())).toEqual(places(inView));
    }
  }
  expect(occupied).toBe(await figure('world_occupied_cell_ticks_total'));
  expect(await figure('world_players')).toBe([...space.players].length);
});

/** People who stand on given tiles, the first of them with a client that is looked at. */
const standing = (side: number, tiles: readonly { x: number; y: number }[]) => {
  const remembered = new Map(tiles.map((tile, i) => [idOf(i + 1), { ...tile, direction: 'down' as const }]));
  const made = makeSpace(side, remembered);
  const people = tiles.map((_, i) => {
    const client = makeClient(`connection-${i}`);
    return { client, ...made.space.join({ profile: profileOf(i + 1), outlet: client.outlet, encoding: 'binary', nowMs: 0 }) };
  });
  return { ...made, people };
};

test(
  '[WO5] [FR6] people who walk out of view add not one byte to a viewer, and no cell is encoded twice',
  { timeout: 60_000 },
  async () => {
    const far = Array.from({ length: 200 }, (_, i) => ({ x: 100 + (i % 20) * 4, y: 100 + Math.floor(i / 20) * 9 }));
    const { space, people, figure } = standing(200, [{ x: 10, y: 10 }, ...far]);
    space.tick(1, TICK_MS);
    const viewer = people[0]?.client;
    const before = viewer?.bytes;
    let steps = 0;
    for (let tick = 2; tick < 80; tick += 1) {
      const encodings = await figure('world_cell_encodings_total');
      for (const { player } of people.slice(1)) {
        const { x, y } = player.spot;
        if (tick % 4 === player.index % 4) space.move(player, { x: x + ((tick >> 3) % 2 === 0 ? 1 : -1), y }, tick * TICK_MS);
        steps += 1;
      }
      const occupied = space.tick(tick, tick * TICK_MS) ?? 0;
      expect((await figure('world_cell_encodings_total')) - encodings).toBeLessThanOrEqual(occupied);
    }
    expect(steps).toBeGreaterThan(10_000);
    expect(await figure('world_frames_total')).toBeGreaterThan(1_000);
    expect(viewer?.bytes).toBe(before);
  },
);

test('[FR6] in a crowd the nearest come every tick and the others at 5 Hz, and nobody is forgotten', () => {
  const near = Array.from({ length: FULL_RATE_PEOPLE }, (_, i) => ({ x: 40 + (i % 8), y: 40 + Math.floor(i / 8) }));
  const away = Array.from({ length: 60 }, (_, i) => ({ x: 56 + (i % 8), y: 40 + (Math.floor(i / 8) % 8) }));
  const { space, people } = standing(96, [...near, ...away]);
  const viewer = people[0]?.client;
  const walker = people.at(-1)?.player;
  if (!viewer || !walker) throw new Error('nobody came');
  for (let tick = 1; tick <= SLOW_EVERY_TICKS; tick += 1) space.tick(tick, tick * TICK_MS);

  let told = 0;
  for (let tick = SLOW_EVERY_TICKS + 1; tick <= 20 * SLOW_EVERY_TICKS; tick += 1) {
    const frames = viewer.frames;
    space.move(walker, { x: walker.spot.x, y: walker.spot.y + (tick % 2 === 0 ? 1 : -1) }, tick * STEP_MS);
    space.tick(tick, tick * TICK_MS);
    if (viewer.frames > frames) told += 1;
    if (tick % SLOW_EVERY_TICKS === 0) {
      expect(viewer.reader.players().find(({ userId }) => userId === walker.userId)).toMatchObject({ x: walker.spot.x, y: walker.spot.y });
    }
  }
  expect(told).toBe(19);
});

test('[FR1] a connection that does not keep up is spared frames and then gets one that begins anew; one that never does is ended', async () => {
  const { space, people, figure } = standing(30, [
    { x: 5, y: 5 },
    { x: 9, y: 9 },
  ]);
  const [viewer, walker] = [people[0]?.client, people[1]?.player];
  if (!viewer || !walker) throw new Error('nobody came');
  space.tick(1, TICK_MS);
  viewer.lag = 'behind';
  const frames = viewer.frames;
  for (let tick = 2; tick < 20; tick += 1) {
    space.move(walker, { x: walker.spot.x + (tick % 2 === 0 ? 1 : -1), y: walker.spot.y + 1 }, tick * STEP_MS);
    space.tick(tick, tick * TICK_MS);
  }
  expect(viewer.frames).toBe(frames);
  viewer.lag = 'none';
  space.tick(21, 21 * TICK_MS);
  expect(viewer.frames).toBe(frames + 1);
  expect(await figure('world_key_frames_total')).toBe(3);
  expect(viewer.reader.players().find(({ userId }) => userId === walker.userId)).toMatchObject({ x: walker.spot.x, y: walker.spot.y });
  viewer.lag = 'lost';
  space.tick(22, 22 * TICK_MS);
  space.move(walker, { x: walker.spot.x, y: walker.spot.y - 1 }, 60_000);
  space.tick(23, 23 * TICK_MS);
  expect(viewer.ended).toContain('reconnect');
});

test('[WO5] what a viewer is served follows its person until it says what it shows', () => {
  const { space, people } = standing(96, [
    { x: 20, y: 48 },
    { x: 90, y: 48 },
  ]);
  const [viewer, ada] = [people[0]?.client, people[0]?.player];
  if (!viewer || !ada) throw new Error('nobody came');
  space.tick(1, TICK_MS);
  expect(viewer.reader.players().length).toBe(1);
  for (let step = 1; step < 60; step += 1) space.move(ada, { x: 20 + step, y: 48 }, step * STEP_MS);
  space.tick(2, 2 * TICK_MS);
  expect(viewer.reader.players().length).toBe(2);
  expect(ada.viewer?.rect).toEqual(cellsInView(viewAround(ada.spot), { width: 96, height: 96 }, ada.viewer?.rect ?? undefined));
  space.look(ada, { x: 0, y: 40, width: 20, height: 16 });
  space.tick(3, 3 * TICK_MS);
  expect(viewer.reader.players()).toEqual([]);
});

test('who comes back with another look is introduced again', () => {
  const { space, people } = standing(30, [
    { x: 5, y: 5 },
    { x: 9, y: 9 },
  ]);
  space.tick(1, TICK_MS);
  const profile = { ...profileOf(2), displayName: 'New name' };
  space.join({ profile, outlet: makeClient('again').outlet, encoding: 'binary', nowMs: TICK_MS });
  space.tick(2, 2 * TICK_MS);
  expect(people[0]?.client.reader.players().find(({ userId }) => userId === idOf(2))).toMatchObject({ displayName: 'New name', x: 9 });
  expect(people[1]?.client.events.at(-1)).toEqual({ event: 'kicked', payload: { reason: 'taken-over' } });
  expect(people[1]?.client.ended).toEqual(['final']);
});
