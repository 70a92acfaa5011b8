import type { Ground, Tile } from '@metaverse/contracts';
import { seededRandom } from '@metaverse/test-kit';
import { type Grid, viewAround } from '@metaverse/world-core';

/** A park of open ground: a view and its ring show about a fifth of it, so that it matters who is told of whom. */
export const MAP_SIDE_TILES = 100;
const PLACES_SEED = 1;
const PLACES = 2_000;

export const openGrid: Grid = { width: MAP_SIDE_TILES, height: MAP_SIDE_TILES, tiles: new Uint8Array(MAP_SIDE_TILES ** 2) };

const random = seededRandom(PLACES_SEED);
const somewhere = (): number => Math.floor(random() * MAP_SIDE_TILES);
const places = Array.from({ length: PLACES }, (): Tile => ({ x: somewhere(), y: somewhere() }));

/** Where the n-th of a crowd begins; the same in every run. */
export const placeOf = (index: number): Tile => places[index % PLACES] ?? { x: 0, y: 0 };

/** Ground on which newcomers appear at these places in turn. */
export const scatteredGround: Ground = { floors: [], walls: [], doorways: [], spawns: places };

/** Whether somebody who looks at what is around them sees the other. */
export const isInView = (viewer: Tile, other: Tile): boolean => {
  const { x, y, width, height } = viewAround(viewer);
  return other.x + 1 > x && other.x < x + width && other.y + 1 > y && other.y < y + height;
};
