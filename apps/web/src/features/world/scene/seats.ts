import { seatsOf, TILE } from '@metaverse/art';
import type { Direction, MapPlacement, Tile } from '@metaverse/contracts';

/** Where a sitter's feet are, in tiles, and where they look. */
export type SeatSpot = { readonly x: number; readonly y: number; readonly direction: Direction };

/** The seat on a tile, if there is one. */
export type Seats = (tile: Tile) => SeatSpot | undefined;

/** All seats of a place by the tile that one walks onto to sit down; of several on one tile, the last that was placed. */
export function createSeats(placements: readonly MapPlacement[]): Seats {
  const seats = new Map<string, SeatSpot>();
  for (const { x, y, direction } of placements.flatMap(seatsOf)) {
    seats.set(`${Math.floor(x / TILE)},${Math.floor(y / TILE)}`, { x: x / TILE, y: y / TILE, direction });
  }
  return ({ x, y }) => seats.get(`${x},${y}`);
}
