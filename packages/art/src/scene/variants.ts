import type { Piece } from '../piece.ts';

/** A fixed pattern of variants by tile, so that a map looks the same everywhere and at any time. */
export const variantOf = ({ variants = 1, tiling }: Piece, x: number, y: number): number => {
  if (tiling) return (y % tiling[1]) * tiling[0] + (x % tiling[0]);

  return Math.abs(Math.imul(x + 11, 73856093) ^ Math.imul(y + 5, 19349663)) % variants;
};
