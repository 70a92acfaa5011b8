import type { Tile } from '@metaverse/contracts';
import type { Sides } from './cell-pair.ts';

/** Side of an interest cell in tiles: a place within one fits in six bits. */
export const CELL_TILES = 8;

/** A rectangle of cells, both corners included. */
export type CellRect = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** What a client shows, in tiles; fractions allowed. */
export type View = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What somebody is taken to see until they say what they show. */
export const DEFAULT_VIEW = { width: 40, height: 30 } as const;
/** More than this is never served: a 4K window at half zoom shows 240 × 135 tiles, and a crowd that size is a dot each. */
export const VIEW_MAX = { width: 240, height: 160 } as const;

/** Rings of cells around the view that are served too, so that people are known before they walk in. */
const RING_CELLS = 1;
/** Rings that a rectangle may lie further out before it shrinks, so that walking to and fro over an edge changes nothing. */
const HYSTERESIS_CELLS = 1;

export const cellOf = ({ x, y }: Tile): { cx: number; cy: number } => ({ cx: Math.floor(x / CELL_TILES), cy: Math.floor(y / CELL_TILES) });

export const isCellInRect = ({ left, top, right, bottom }: CellRect, cx: number, cy: number): boolean =>
  cx >= left && cx <= right && cy >= top && cy <= bottom;

export const isTileInRect = (rect: CellRect, tile: Tile): boolean => {
  const { cx, cy } = cellOf(tile);
  return isCellInRect(rect, cx, cy);
};

export const isSameRect = (a: CellRect, b: CellRect): boolean =>
  a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

/** The cells of a rectangle, row by row. */
export const cellsOf = ({ left, top, right, bottom }: CellRect): { cx: number; cy: number }[] => {
  const cells: { cx: number; cy: number }[] = [];
  for (let cy = top; cy <= bottom; cy += 1) for (let cx = left; cx <= right; cx += 1) cells.push({ cx, cy });
  return cells;
};

/** The view of somebody who stands on `tile` and has not said what they show. */
export const viewAround = ({ x, y }: Tile): View => ({
  x: x + 0.5 - DEFAULT_VIEW.width / 2,
  y: y + 0.5 - DEFAULT_VIEW.height / 2,
  ...DEFAULT_VIEW,
});

const clippedSpan = (start: number, length: number, max: number): readonly [from: number, to: number] => {
  const middle = start + length / 2;
  const half = Math.min(length, max) / 2;
  return [middle - half, middle + half];
};

/** First and last cell that a span of tiles touches, with the ring, on a map of `side` tiles. */
const cellSpan = ([from, to]: readonly [number, number], side: number): readonly [first: number, last: number] => {
  const lastCell = Math.ceil(side / CELL_TILES) - 1;
  const onMap = (cell: number): number => Math.min(Math.max(0, cell), lastCell);
  return [onMap(Math.floor(from / CELL_TILES) - RING_CELLS), onMap(Math.ceil(to / CELL_TILES) - 1 + RING_CELLS)];
};

/**
 * The cells that a view is served: those that it touches and one ring around them, clipped to the map and to `VIEW_MAX`
 * around its middle. Given the rectangle served so far, an edge moves outwards at once and inwards only when it lies more
 * than one further ring out.
 */
export const cellsInView = (view: View, map: Sides, served?: CellRect): CellRect => {
  const [left, right] = cellSpan(clippedSpan(view.x, view.width, VIEW_MAX.width), map.width);
  const [top, bottom] = cellSpan(clippedSpan(view.y, view.height, VIEW_MAX.height), map.height);
  if (!served) return { left, top, right, bottom };
  const low = (wanted: number, now: number): number => (wanted < now || wanted > now + HYSTERESIS_CELLS ? wanted : now);
  const high = (wanted: number, now: number): number => (wanted > now || wanted < now - HYSTERESIS_CELLS ? wanted : now);
  return {
    left: low(left, served.left),
    top: low(top, served.top),
    right: high(right, served.right),
    bottom: high(bottom, served.bottom),
  };
};
