import type { Ground } from '@metaverse/contracts';
import type { Sides, TilePair } from './cell-pair.ts';

/** Floors that nobody walks on: water and its kinds (`water`, `water-deep` …). */
const isSolidFloor = (floor: string): boolean => floor === 'water' || floor.startsWith('water-');

/** Tiles whose floor cannot be walked on. Later floors cover earlier ones, so a path laid over water is a bridge. */
export const floorCells = (floors: Ground['floors'], { width, height }: Sides): TilePair[] => {
  const solid = new Set<number>();
  for (const area of floors) {
    const isSolid = isSolidFloor(area.floor);
    if (!isSolid && solid.size === 0) continue;
    for (let y = Math.max(0, area.y); y < Math.min(height, area.y + area.height); y += 1) {
      for (let x = Math.max(0, area.x); x < Math.min(width, area.x + area.width); x += 1) {
        if (isSolid) solid.add(y * width + x);
        else solid.delete(y * width + x);
      }
    }
  }
  return Array.from(solid, (cell) => [cell % width, Math.floor(cell / width)] as const);
};
