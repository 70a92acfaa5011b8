import type { Tile } from '@metaverse/contracts';
import { type Grid, isBlocked, isInside } from './grid.ts';
import { checkStep, NEIGHBOURS } from './step.ts';

/** Walks in rings around `from`, over the steps that `leads` allows, to the first tile that suits. */
const firstAround = (from: Tile, leads: (from: Tile, to: Tile) => boolean, suits: (tile: Tile) => boolean): Tile | null => {
  const keyOf = ({ x, y }: Tile): string => `${x},${y}`;
  const seen = new Set([keyOf(from)]);
  const queue = [from];
  // The queue grows while it is walked through.
  for (const tile of queue) {
    if (suits(tile)) return tile;
    for (const [dx, dy] of NEIGHBOURS) {
      const next = { x: tile.x + dx, y: tile.y + dy };
      if (seen.has(keyOf(next)) || !leads(tile, next)) continue;
      seen.add(keyOf(next));
      queue.push(next);
    }
  }
  return null;
};

/** The free tile nearest to `to` (itself included), or null on a map that is blocked all over. `isTaken` may refuse more tiles. */
export const nearestFreeTile = (grid: Grid, to: Tile, isTaken: (tile: Tile) => boolean = () => false): Tile | null => {
  const start = {
    x: Math.min(Math.max(0, to.x), grid.width - 1),
    y: Math.min(Math.max(0, to.y), grid.height - 1),
  };
  return firstAround(
    start,
    (_from, next) => isInside(grid, next.x, next.y),
    (tile) => !isBlocked(grid, tile.x, tile.y) && !isTaken(tile),
  );
};

/**
 * Where the `arrival`-th newcomer of a space appears: the spawn tiles in turn, the middle of the map when there are
 * none. When the tile is blocked or taken, the nearest one that can be walked to from it; a taken tile when all are. Null on a
 * map that is blocked all over.
 */
export const chooseSpawn = (
  grid: Grid,
  spawns: readonly Tile[],
  { arrival, isTaken }: { arrival: number; isTaken: (tile: Tile) => boolean },
): Tile | null => {
  const middle = { x: Math.floor(grid.width / 2), y: Math.floor(grid.height / 2) };
  const start = nearestFreeTile(grid, spawns[arrival % Math.max(1, spawns.length)] ?? middle);
  if (start === null) return null;
  const isReachable = (from: Tile, to: Tile): boolean => checkStep(grid, from, to) === null;
  return firstAround(start, isReachable, (tile) => !isTaken(tile)) ?? start;
};
