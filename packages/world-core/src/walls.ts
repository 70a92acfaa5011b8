import type { Ground } from '@metaverse/contracts';
import type { Sides, TilePair } from './cell-pair.ts';

/** A wall's front face hangs over this many tiles below its cap. */
const FACE_TILES = 2;

/**
 * The tiles that walls block, as they are drawn. A wall is a network of cap cells. Where the wall does not go on to the
 * south, a front face covers the two tiles below the cap, and these block. A cap that is part of a north–south run blocks
 * its own tile; behind any other cap people pass. A doorway opens what its cell would block.
 */
export const wallBlocks = ({ walls, doorways }: Pick<Ground, 'walls' | 'doorways'>, { width, height }: Sides): TilePair[] => {
  // Cells up to one face above the map reach into it; one row below it decides where faces end.
  const top = -FACE_TILES;
  const key = (x: number, y: number): number => (y - top) * width + x;
  const cells = new Map<number, TilePair>();
  for (const { from, to } of walls) {
    // A run may be given from either of its ends; it is drawn all the same.
    const [left, right] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]];
    const [first, last] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
    for (let y = Math.max(top, first); y <= Math.min(height, last); y += 1) {
      for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x += 1) cells.set(key(x, y), [x, y]);
    }
  }
  const doors = new Set(doorways.filter(([x, y]) => x >= 0 && x < width && y >= top).map(([x, y]) => key(x, y)));

  const blocked: TilePair[] = [];
  for (const [cell, [x, y]] of cells) {
    if (doors.has(cell)) continue;
    const goesSouth = cells.has(key(x, y + 1));
    const goesNorth = y > top && cells.has(key(x, y - 1));
    if (goesNorth || goesSouth) blocked.push([x, y]);
    if (!goesSouth) for (let depth = 1; depth <= FACE_TILES; depth += 1) blocked.push([x, y + depth]);
  }
  return blocked;
};
