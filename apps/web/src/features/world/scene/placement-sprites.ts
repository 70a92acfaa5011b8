import { drawOrder, findPiece, originOf, type PaintBand, type PiecePart, shownRotation, variantOf } from '@metaverse/art';
import type { MapPlacement } from '@metaverse/contracts';
import type { PieceKey } from './piece-atlas.ts';
import { UNITS_PER_PX } from './units.ts';

/** One drawing that stands somewhere. Positions in CSS px at zoom 1. */
export type Standing = {
  readonly key: PieceKey;
  /** Where the footprint begins. */
  readonly x: number;
  readonly y: number;
} & (
  | { readonly role: 'art'; readonly band: PaintBand; readonly line: number }
  | { readonly role: 'daylight' }
  /** `dayStrength` is how much of it shows by day. */
  | { readonly role: 'glow'; readonly dayStrength: number }
);

/** All that a placement shows, in the order of painting where lines are equal. Empty when nobody draws the piece. */
export function standingDrawings(placement: MapPlacement): Standing[] {
  const piece = findPiece(placement.piece);
  const order = drawOrder(placement);
  if (!piece || !order) return [];
  const origin = originOf(placement);
  const at = { x: origin.x / UNITS_PER_PX, y: origin.y / UNITS_PER_PX };
  const base = { piece: piece.id, rotation: shownRotation(piece, placement.rotation), variant: variantOf(piece, placement.x, placement.y) };
  const keyed = (part: PiecePart): { key: PieceKey; x: number; y: number } => ({ key: { ...base, part }, ...at });

  const drawings: Standing[] = [{ ...keyed('art'), role: 'art', band: order.art.band, line: order.art.line / UNITS_PER_PX }];
  if (order.overlay) {
    drawings.push({ ...keyed('overlay'), role: 'art', band: order.overlay.band, line: order.overlay.line / UNITS_PER_PX });
  }
  if (piece.daylight) drawings.push({ ...keyed('daylight'), role: 'daylight' });
  if (piece.glow) drawings.push({ ...keyed('glow'), role: 'glow', dayStrength: piece.dayGlow ?? 0 });
  return drawings;
}
