/** What a piece of the world is. Pieces are plain objects; `index.ts` collects them in one catalogue. */
import type { Rotation } from '@metaverse/contracts';
import { TILE } from './shapes.ts';

/** Quarter turns clockwise. Rotation 0 faces the viewer (down), 1 left, 2 up, 3 right. */
export type { Rotation };

/**
 * Painting order: all `floor`, all `below` (rugs, markings), then `object` pieces and people together, sorted by the y of
 * their anchor, then every `above` (wall caps, tree crowns, lamp shades).
 */
export type Layer = 'floor' | 'below' | 'object' | 'above';

export interface Seat {
  /** Feet point of the sitter, in units from the upper left corner of the footprint. */
  x: number;
  y: number;
  direction: 'down' | 'up' | 'left' | 'right';
}

export interface Piece {
  id: string;
  name: string;
  family: string;
  /** Footprint at rotation 0; odd rotations swap the two. */
  tilesWide: number;
  tilesHigh: number;
  /** Units by which the art rises above its footprint, over all rotations. */
  artTop: number;
  /** Units by which it may overhang to the left and right; below, no art hangs more than 12 units. */
  artSide: number;
  /** Footprint tiles [column, row] that cannot be walked on, at rotation 0. */
  blocks: readonly (readonly [column: number, row: number])[];
  layer: Layer;
  rotations: readonly Rotation[];
  /** Art around the upper left corner of the footprint. `variant` picks a pattern where `variants` is above 1. */
  svg: (rotation: Rotation, variant?: number) => string;
  variants?: number;
  /** Variants form a repeating pattern of this size (row by row) instead of being scattered. */
  tiling?: readonly [columns: number, rows: number];
  /** Art that covers people: a chair's back covers its sitter only, a lintel or crown covers everybody. */
  overlay?: { order: 'sitter' | 'above'; svg: (rotation: Rotation, variant?: number) => string };
  /** Light that is added at night, drawn with the `screen` blend mode; by day at `dayGlow` strength. */
  glow?: (rotation: Rotation) => string;
  dayGlow?: number;
  /** Light that falls on the floor by day only (sun through a window); drawn over floors and rugs. */
  daylight?: (rotation: Rotation) => string;
  seats?: (rotation: Rotation) => readonly Seat[];
  /** Sort line in units below the top of the footprint, when it is not the footprint's lower edge. */
  sortY?: number;
}

export type PieceInput = Omit<Piece, 'artTop' | 'artSide' | 'blocks' | 'layer' | 'rotations'> & Partial<Piece>;

/** All tiles of a footprint. */
export const everyTile = (wide: number, high: number): [number, number][] =>
  Array.from({ length: wide * high }, (_, i) => [i % wide, Math.floor(i / wide)]);

/** Room for shadows at the sides, in units. */
const DEFAULT_OVERHANG = 12;

/** Fills in what most pieces share: a blocking object with one rotation that stays inside its footprint. */
export const piece = (input: PieceInput): Piece => ({
  artTop: 0,
  artSide: DEFAULT_OVERHANG,
  layer: 'object',
  rotations: [0],
  blocks: input.layer === 'floor' || input.layer === 'below' || input.layer === 'above' ? [] : everyTile(input.tilesWide, input.tilesHigh),
  ...input,
});

/** Footprint size in units for a rotation. */
export const footprint = (
  { tilesWide, tilesHigh }: Pick<Piece, 'tilesWide' | 'tilesHigh'>,
  rotation: Rotation,
): { w: number; d: number } =>
  rotation % 2 === 0 ? { w: tilesWide * TILE, d: tilesHigh * TILE } : { w: tilesHigh * TILE, d: tilesWide * TILE };

/** The rotation that is drawn: the one asked for, or the first one of a piece that is not drawn that way round. */
export const shownRotation = ({ rotations }: Pick<Piece, 'rotations'>, rotation: Rotation): Rotation =>
  rotations.includes(rotation) ? rotation : (rotations[0] ?? 0);
