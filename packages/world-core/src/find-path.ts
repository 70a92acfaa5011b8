import type { Tile } from '@metaverse/contracts';
import { type Grid, isBlocked, isInside } from './grid.ts';
import { createTileQueue } from './tile-queue.ts';
import { checkStep, NEIGHBOURS } from './step.ts';

/** Shortest possible way between two tiles over an empty grid, straight steps counting 1 and diagonal ones √2. */
const octileDistance = (dx: number, dy: number): number => Math.max(dx, dy) + (Math.SQRT2 - 1) * Math.min(dx, dy);

/**
 * The shortest walk from one tile to another by legal steps (A* with octile distance; Hart, Nilsson and Raphael 1968).
 * Gives the tiles to step on in order, without `from`; empty when `from` is `to`, null when there is no way.
 */
export const findPath = (grid: Grid, from: Tile, to: Tile): Tile[] | null => {
  if (from.x === to.x && from.y === to.y) return [];
  if (!isInside(grid, from.x, from.y) || isBlocked(grid, to.x, to.y)) return null;
  const { width } = grid;
  const indexOf = ({ x, y }: Tile): number => y * width + x;
  const [start, goal] = [indexOf(from), indexOf(to)];
  const cost = new Float64Array(grid.tiles.length).fill(Infinity);
  const cameFrom = new Int32Array(grid.tiles.length).fill(-1);
  const open = createTileQueue();
  cost[start] = 0;
  open.push(start, 0);

  for (let current = open.pop(); current !== null; current = open.pop()) {
    if (current.tile === goal) return walkBack(cameFrom, goal, width);
    const here = { x: current.tile % width, y: Math.floor(current.tile / width) };
    const spent = cost[current.tile] ?? Infinity;
    for (const [dx, dy] of NEIGHBOURS) {
      const next = { x: here.x + dx, y: here.y + dy };
      if (checkStep(grid, here, next) !== null) continue;
      const index = indexOf(next);
      const total = spent + (dx !== 0 && dy !== 0 ? Math.SQRT2 : 1);
      if (total >= (cost[index] ?? Infinity)) continue;
      cost[index] = total;
      cameFrom[index] = current.tile;
      open.push(index, total + octileDistance(Math.abs(to.x - next.x), Math.abs(to.y - next.y)));
    }
  }
  return null;
};

const walkBack = (cameFrom: Int32Array, goal: number, width: number): Tile[] => {
  const path: Tile[] = [];
  for (let tile = goal; cameFrom[tile] !== -1; tile = cameFrom[tile] ?? -1) {
    path.push({ x: tile % width, y: Math.floor(tile / width) });
  }
  return path.reverse();
};
