/**
 * Walls as cells: where they stand and in which directions they go on.
 *
 * What blocks (the rule is applied by the world, not here; these cells are what it is compared with):
 * 1. A cell that is a doorway blocks nothing.
 * 2. Any other cell blocks its own tile (x, y) when the wall goes on to the north or to the south of it. The cap of such
 *    a cell lies across the whole tile. Otherwise the tile stays free: people there stand behind the cap.
 * 3. Any other cell that does not go on to the south blocks the two tiles below it, (x, y + 1) and (x, y + 2):
 *    these are its front face.
 * Neighbours count with any finish, and doorways count as neighbours. What one cell leaves open another may block.
 */
import type { Ground } from '@metaverse/contracts';
import { EAST, NORTH, SOUTH, WEST } from '../pieces/walls.ts';
import { grown, eachTile, overlap } from './region.ts';
import type { Region } from './region.ts';

export interface WallCell {
  readonly x: number;
  readonly y: number;
  /** The piece of its run, as `Ground.walls` names it; where runs cross, the later one. */
  readonly finish: string;
  readonly isDoorway: boolean;
  /** Where the wall goes on: north 1, east 2, south 4, west 8, added up. */
  readonly mask: number;
}

const keyOf = (x: number, y: number): string => `${x},${y}`;

/** Finishes by cell within a region. Runs may be written from either end. */
const finishesIn = ({ walls }: Ground, region: Region): Map<string, { x: number; y: number; finish: string }> => {
  const found = new Map<string, { x: number; y: number; finish: string }>();
  for (const { finish, from, to } of walls) {
    const run = {
      x: Math.min(from[0], to[0]),
      y: Math.min(from[1], to[1]),
      width: Math.abs(to[0] - from[0]) + 1,
      height: Math.abs(to[1] - from[1]) + 1,
    };
    const inside = overlap(run, region);
    if (inside) eachTile(inside, (x, y) => found.set(keyOf(x, y), { x, y, finish }));
  }
  return found;
};

/** The wall cells of a region, row by row. */
export const wallCells = (ground: Ground, region: Region): WallCell[] => {
  const finishes = finishesIn(ground, grown(region, 1));
  const doorways = new Set(ground.doorways.map(([x, y]) => keyOf(x, y)));
  const goesOn = (x: number, y: number, bit: number): number => (finishes.has(keyOf(x, y)) ? bit : 0);

  return [...finishes.values()]
    .filter(({ x, y }) => overlap({ x, y, width: 1, height: 1 }, region) !== undefined)
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ x, y, finish }) => ({
      x,
      y,
      finish,
      isDoorway: doorways.has(keyOf(x, y)),
      mask: goesOn(x, y - 1, NORTH) | goesOn(x + 1, y, EAST) | goesOn(x, y + 1, SOUTH) | goesOn(x - 1, y, WEST),
    }));
};
