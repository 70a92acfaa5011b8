/**
 * In which order things are painted. Bands are painted one after the other; within a band, by `line`, and where lines are
 * equal, in the order in which things were placed. People are in the band `object`; their line is the y of their feet.
 */
import type { MapPlacement } from '@metaverse/contracts';
import { findPiece } from '../catalogue.ts';
import { footprint, shownRotation } from '../piece.ts';
import type { Piece, Rotation } from '../piece.ts';
import { TILE } from '../shapes.ts';

/** After floors and wall faces: what hangs on walls and lies on floors, things and people, wall caps and all that covers people. */
export const paintBands = ['below', 'object', 'above'] as const;
export type PaintBand = (typeof paintBands)[number];

export interface DrawOrder {
  readonly band: PaintBand;
  /** Units from the top of the map. */
  readonly line: number;
}

export interface PlacementOrder {
  readonly art: DrawOrder;
  /** Present when the piece has an overlay. */
  readonly overlay?: DrawOrder;
}

/** How far below its footprint's upper edge the back of a seat is painted: right behind the sitter, whose feet are above it. */
const SITTER_LINE = 54;
const SITTER_MARGIN = 2;

/** Where the footprint of a placement begins, in units from the upper left corner of the map. */
export const originOf = ({ x, y, dx, dy }: Pick<MapPlacement, 'x' | 'y' | 'dx' | 'dy'>): { x: number; y: number } => ({
  x: x * TILE + dx,
  y: y * TILE + dy,
});

/** The anchor line of a piece below the upper edge of its footprint. Odd rotations may make a footprint less deep than `sortY`. */
const anchorLine = (piece: Piece, rotation: Rotation): number => {
  const { d } = footprint(piece, rotation);
  if (piece.sortY === undefined) return d;
  return rotation % 2 === 0 ? piece.sortY : Math.min(piece.sortY, d);
};

const bandOf = ({ layer }: Piece): PaintBand => (layer === 'floor' ? 'below' : layer);

/**
 * When a placement and its overlay are painted, or undefined when no piece has that name. Each `layer` of a placement
 * moves it one tile towards the viewer, so that what stands on a table is painted after the table.
 */
export const drawOrder = (placement: MapPlacement): PlacementOrder | undefined => {
  const piece = findPiece(placement.piece);
  if (!piece) return undefined;
  const rotation = shownRotation(piece, placement.rotation);
  const top = originOf(placement).y + placement.layer * TILE;
  const art: DrawOrder = { band: bandOf(piece), line: top + anchorLine(piece, rotation) };
  if (!piece.overlay) return { art };
  if (piece.overlay.order === 'above') return { art, overlay: { band: 'above', line: art.line } };
  const behindSitter = rotation % 2 === 0 ? SITTER_LINE : footprint(piece, rotation).d - SITTER_MARGIN;
  return { art, overlay: { band: 'object', line: top + behindSitter } };
};
