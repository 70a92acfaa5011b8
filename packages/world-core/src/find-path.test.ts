import type { Tile } from '@metaverse/contracts';
import { seededRandom } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import { gridOf } from '../testing/grid-of.ts';
import { findPath } from './find-path.ts';
import { type Grid, isBlocked } from './grid.ts';
import { checkStep, NEIGHBOURS } from './step.ts';

const lengthOf = (from: Tile, path: readonly Tile[]): number =>
  path.reduce((sum, tile, i) => {
    const before = path[i - 1] ?? from;
    return sum + Math.hypot(tile.x - before.x, tile.y - before.y);
  }, 0);

/** Length of the shortest walk, by relaxing until nothing changes: slow and plain. */
const shortest = (grid: Grid, from: Tile, to: Tile): number => {
  const best = new Map([[`${from.x},${from.y}`, 0]]);
  const at = (tile: Tile): number => best.get(`${tile.x},${tile.y}`) ?? Infinity;
  for (let changed = true; changed;) {
    changed = false;
    for (let y = 0; y < grid.height; y += 1) {
      for (let x = 0; x < grid.width; x += 1) {
        for (const [dx, dy] of NEIGHBOURS) {
          const next = { x: x + dx, y: y + dy };
          const length = at({ x, y }) + Math.hypot(dx, dy);
          if (checkStep(grid, { x, y }, next) !== null || length >= at(next) - 1e-9) continue;
          best.set(`${next.x},${next.y}`, length);
          changed = true;
        }
      }
    }
  }
  return at(to);
};

test('walks straight where nothing is in the way', () => {
  const grid = gridOf('....', '....');
  expect(findPath(grid, { x: 0, y: 0 }, { x: 3, y: 0 })).toEqual([
    { x: 1, y: 0 },
    { x: 2, y: 0 },
    { x: 3, y: 0 },
  ]);
});

test('goes around corners instead of cutting them', () => {
  const grid = gridOf('.#.', '...');
  expect(findPath(grid, { x: 0, y: 0 }, { x: 2, y: 0 })).toEqual([
    { x: 0, y: 1 },
    { x: 1, y: 1 },
    { x: 2, y: 1 },
    { x: 2, y: 0 },
  ]);
});

test('there is no way onto a blocked tile, off the map, or through a wall; and none is needed to where one stands', () => {
  const grid = gridOf('.#.', '.#.');
  expect(findPath(grid, { x: 0, y: 0 }, { x: 1, y: 0 })).toBeNull();
  expect(findPath(grid, { x: 0, y: 0 }, { x: 9, y: 0 })).toBeNull();
  expect(findPath(grid, { x: -1, y: 0 }, { x: 0, y: 0 })).toBeNull();
  expect(findPath(grid, { x: 0, y: 0 }, { x: 2, y: 0 })).toBeNull();
  expect(findPath(grid, { x: 0, y: 0 }, { x: 0, y: 0 })).toEqual([]);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('finds a shortest legal walk on random maps (seed %i)', (seed) => {
  const random = seededRandom(seed);
  for (let round = 0; round < 10; round += 1) {
    const grid: Grid = { width: 9, height: 9, tiles: Uint8Array.from({ length: 81 }, () => (random() < 0.3 ? 1 : 0)) };
    const tile = (): Tile => ({ x: Math.floor(random() * 9), y: Math.floor(random() * 9) });
    const [from, to] = [tile(), tile()];
    const path = findPath(grid, from, to);
    const expected = isBlocked(grid, to.x, to.y) && (from.x !== to.x || from.y !== to.y) ? Infinity : shortest(grid, from, to);
    if (path === null) expect(expected).toBe(Infinity);
    else {
      expect(lengthOf(from, path)).toBeCloseTo(expected);
      path.forEach((step, i) => expect(checkStep(grid, path[i - 1] ?? from, step)).toBeNull());
    }
  }
});

test('crosses the largest map around a wall in a blink', () => {
  const grid: Grid = { width: 500, height: 500, tiles: new Uint8Array(250_000) };
  for (let y = 0; y < 499; y += 1) grid.tiles[y * 500 + 250] = 1;
  const path = findPath(grid, { x: 0, y: 0 }, { x: 499, y: 0 });
  expect(path?.at(-1)).toEqual({ x: 499, y: 0 });
  expect(path?.length).toBeGreaterThan(900);
});
