import type { Region } from '@metaverse/art';
import type { View } from '@metaverse/world-core';

/** Side of a chunk in tiles: 576 px at the usual zoom, and whole pixels at every resolution. */
const CHUNK_TILES = 12;

/** Chunks by column and row, both ends included. */
export type ChunkRange = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** The chunks that a view touches when `margin` tiles around it count too, clipped to the map. May be empty. */
export function chunksIn(view: View, map: { width: number; height: number }, margin: number): ChunkRange {
  const last = (side: number): number => Math.ceil(side / CHUNK_TILES) - 1;
  const first = (at: number): number => Math.max(0, Math.floor((at - margin) / CHUNK_TILES));
  return {
    left: first(view.x),
    top: first(view.y),
    right: Math.min(last(map.width), Math.floor((view.x + view.width + margin) / CHUNK_TILES)),
    bottom: Math.min(last(map.height), Math.floor((view.y + view.height + margin) / CHUNK_TILES)),
  };
}

export const isSameRange = (a: ChunkRange, b: ChunkRange): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

/** Names of the chunks of a range, nearest to its middle first. */
export function chunkNames({ left, top, right, bottom }: ChunkRange): string[] {
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const chunks: { name: string; distance: number }[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      chunks.push({ name: chunkName(column, row), distance: Math.hypot(column - middle.x, row - middle.y) });
    }
  }
  return chunks.sort((a, b) => a.distance - b.distance).map(({ name }) => name);
}

export const chunkName = (column: number, row: number): string => `${column},${row}`;

/** The name of the chunk that a tile lies in, or the nearest one when it lies beyond the map. */
export function chunkOf(tile: { x: number; y: number }, map: { width: number; height: number }): string {
  const cell = (at: number, side: number): number => Math.floor(Math.min(Math.max(0, at), side - 1) / CHUNK_TILES);
  return chunkName(cell(tile.x, map.width), cell(tile.y, map.height));
}

/** The tiles of a chunk, as far as the map reaches. */
export function chunkRegion(name: string, map: { width: number; height: number }): Region {
  const [column = 0, row = 0] = name.split(',').map(Number);
  const [x, y] = [column * CHUNK_TILES, row * CHUNK_TILES];
  return { x, y, width: Math.min(CHUNK_TILES, map.width - x), height: Math.min(CHUNK_TILES, map.height - y) };
}
