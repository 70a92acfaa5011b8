import type { Direction, MoveRejection, Tile } from '@metaverse/contracts';
import { type Grid, isBlocked, isInside } from './grid.ts';

/** The eight neighbours, straight ones first. */
export const NEIGHBOURS: readonly (readonly [dx: number, dy: number])[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
];

/**
 * Why a step from one tile to another is not allowed, or null when it is (speed aside). Checked in this order: the target
 * lies on the map, it is one of the eight neighbours, it is free, and a diagonal has both tiles that it passes free, so
 * that no corner is cut. People do not block each other, and who stands on a blocked tile may leave it.
 */
export const checkStep = (grid: Grid, from: Tile, to: Tile): MoveRejection | null => {
  if (!isInside(grid, to.x, to.y)) return 'out_of_bounds';
  const dx = Math.abs(to.x - from.x);
  const dy = Math.abs(to.y - from.y);
  if (Math.max(dx, dy) !== 1) return 'not_adjacent';
  if (isBlocked(grid, to.x, to.y)) return 'blocked';
  if (dx === 1 && dy === 1 && (isBlocked(grid, to.x, from.y) || isBlocked(grid, from.x, to.y))) return 'blocked';
  return null;
};

/** Where somebody looks who steps from one tile to another: of a diagonal the horizontal part wins. */
export const directionOf = (from: Tile, to: Tile, unmoved: Direction = 'down'): Direction => {
  if (to.x !== from.x) return to.x > from.x ? 'right' : 'left';
  if (to.y !== from.y) return to.y > from.y ? 'down' : 'up';
  return unmoved;
};
