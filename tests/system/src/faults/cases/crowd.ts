import type { Tile } from '@metaverse/contracts';
import { eventually, seededRandom } from '@metaverse/test-kit';
import { STEP_MS } from '@metaverse/world-core';
import { expect, it } from 'vitest';
import { ownerOf } from '../harness/lease.ts';
import { makePeople, makeSpace, type Person } from '../harness/people.ts';
import { figuresOf, type System } from '../harness/system.ts';
import { openWorldLine, type WorldLine } from '../harness/world-line.ts';

const SIDE = 200;
const BOTS = 200;
/** The crowd keeps to the right of this; the viewer sees up to tile 55 at the most: 20 to the right of where it stands, a cell's rest and the ring. */
const CROWD_LEFT = 100;
const VIEWER_AT: Tile = { x: 20, y: 100 };
const VIEWER_STEPS = 6;
/** A little slower than walking, so that nobody is refused. */
const PACE_MS = STEP_MS * 1.3;

export const crowdCases = (theSystem: () => System): void => {
  it(
    '[WO5] [FR6] 200 people walk out of view on 200 × 200 tiles: not a byte more for the viewer, and no cell encoded twice a tick',
    { timeout: 240_000 },
    async () => {
      const system = theSystem();
      const random = seededRandom(200);
      const [viewer, ...bots] = await makePeople(system, 1 + BOTS);
      if (!viewer) throw new Error('nobody was made');
      const { space } = await makeSpace(viewer, { width: SIDE, height: SIDE });
      await standAt(system, space.id, new Map([[viewer, VIEWER_AT], ...bots.map((bot) => [bot, crowdTile(random)] as const)]));
      const line = await openWorldLine(system.url, viewer, space.id);
      expect(line.self).toMatchObject(VIEWER_AT);
      const crowd = await Promise.all(bots.map((bot) => openWorldLine(system.url, bot, space.id)));
      expect(crowd.every(({ self }) => self.x >= CROWD_LEFT)).toBe(true);
      await quiet(line);

      // To and fro once, so that the rectangle that is served has found its edges.
      const feet = { seq: 0 };
      await walkAcross(line, feet, 1);
      await walkAcross(line, feet, -1);
      const alone = await walkAcross(line, feet, 1);
      await walkAcross(line, feet, -1);
      expect(alone).toHaveLength(VIEWER_STEPS);
      await quiet(line);

      const { owner } = await ownerOf(system, space.id);
      const before = await figuresOf(owner);
      const rest = letWalk(crowd, random);
      const standing = { frames: line.frames.length, bytes: line.receivedBytes() };
      await encodingsStayWithinCells(system, space.id, { untilAccepted: 3_000 });
      expect({ frames: line.frames.length, bytes: line.receivedBytes() }).toEqual(standing);
      const amongOthers = await walkAcross(line, feet, 1);
      const after = await figuresOf(owner);
      rest();

      expect(amongOthers).toEqual(alone);
      const accepted = 'world_moves_total{outcome="accepted"}';
      expect(after(accepted) - before(accepted)).toBeGreaterThan(3_000);
      for (const each of [line, ...crowd]) each.close();
    },
  );
};

/** Where these people will stand when they come: as somebody who was there before. */
async function standAt(system: System, spaceId: string, places: ReadonlyMap<Person, Tile>): Promise<void> {
  const positions = Object.fromEntries([...places].map(([{ id }, tile]) => [id, { ...tile, direction: 'down' }]));
  await system.query('INSERT INTO world_snapshots (space_id, fence, positions) VALUES ($1, 0, $2)', [spaceId, JSON.stringify(positions)]);
}

const between = (random: () => number, low: number, high: number): number => low + Math.floor(random() * (high - low));
const crowdTile = (random: () => number): Tile => ({ x: between(random, CROWD_LEFT, SIDE), y: between(random, 0, SIDE) });

/** Resolves when nothing has come for two of the roster's seconds. */
async function quiet(line: WorldLine): Promise<void> {
  let last = -1;
  await eventually(
    () => {
      const isQuiet = line.receivedBytes() === last;
      last = line.receivedBytes();
      return isQuiet;
    },
    { timeoutMs: 60_000, intervalMs: 2_000 },
  );
}

/** Walks the viewer's way to the right or back, a frame for every step. @returns the bytes of each frame, those of the tick's number aside. */
async function walkAcross(line: WorldLine, feet: { seq: number }, direction: 1 | -1): Promise<number[]> {
  const start = direction === 1 ? VIEWER_AT.x : VIEWER_AT.x + VIEWER_STEPS;
  const first = line.frames.length;
  for (let step = 1; step <= VIEWER_STEPS; step += 1) {
    feet.seq += 1;
    const count = line.frames.length;
    line.move({ x: start + direction * step, y: VIEWER_AT.y, seq: feet.seq });
    await eventually(() => line.frames.length > count, { intervalMs: PACE_MS });
  }
  return line.frames.slice(first);
}

/** Everybody walks about within the crowd's part of the map. @returns how to stop. */
function letWalk(crowd: readonly WorldLine[], random: () => number): () => void {
  const walkers = crowd.map((line) => ({ line, x: line.self.x, y: line.self.y, seq: 0 }));
  const inside = (value: number, low: number): number => Math.min(Math.max(value, low), SIDE - 1);
  const timer = setInterval(() => {
    for (const walker of walkers) {
      const [x, y] = [inside(walker.x + between(random, -1, 2), CROWD_LEFT), inside(walker.y + between(random, -1, 2), 0)];
      if (x === walker.x && y === walker.y) continue;
      Object.assign(walker, { x, y, seq: walker.seq + 1 });
      walker.line.move({ x, y, seq: walker.seq });
    }
  }, PACE_MS);
  return () => clearInterval(timer);
}

/** Reads the figures again and again while people walk: in no stretch of time are there more encodings than occupied cells times ticks. */
async function encodingsStayWithinCells(system: System, spaceId: string, { untilAccepted }: { untilAccepted: number }): Promise<void> {
  const { owner } = await ownerOf(system, spaceId);
  const accepted = 'world_moves_total{outcome="accepted"}';
  const first = await figuresOf(owner);
  let last = first;
  const stretches: { encodings: number; cells: number }[] = [];
  await eventually(
    async () => {
      const now = await figuresOf(owner);
      const since = (name: string): number => now(name) - last(name);
      stretches.push({ encodings: since('world_cell_encodings_total'), cells: since('world_occupied_cell_ticks_total') });
      last = now;
      return now(accepted) - first(accepted) > untilAccepted;
    },
    { timeoutMs: 60_000, intervalMs: 200 },
  );
  expect(stretches.filter(({ encodings, cells }) => encodings > cells)).toEqual([]);
  expect(last('world_cell_encodings_total')).toBeGreaterThan(first('world_cell_encodings_total'));
}
