import type { MapPlacement } from '@metaverse/contracts';
import { findPiece } from '../catalogue.ts';
import { shownRotation } from '../piece.ts';
import type { Seat } from '../piece.ts';
import { originOf } from './draw-order.ts';

/** Where people may sit on a placement: feet points in units from the upper left corner of the map. */
export const seatsOf = (placement: MapPlacement): Seat[] => {
  const piece = findPiece(placement.piece);
  const seats = piece?.seats?.(shownRotation(piece, placement.rotation)) ?? [];
  const { x, y } = originOf(placement);
  return seats.map((seat) => ({ x: x + seat.x, y: y + seat.y, direction: seat.direction }));
};
