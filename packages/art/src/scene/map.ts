/** A place as data: ground and placements, in the shape in which spaces are stored and sent. */
import type { Ground, MapPlacement } from '@metaverse/contracts';
import type { Rotation } from '../piece.ts';

/** A place without its things. Sides are in tiles. */
export interface GroundPlan {
  readonly width: number;
  readonly height: number;
  readonly ground: Ground;
}

/** What a picture of a place needs; a space and a map template both have it. */
export interface MapPlan extends GroundPlan {
  readonly placements: readonly MapPlacement[];
}

/** A place that spaces can be made from. `key` never changes: stored maps are found by it. */
export interface MapTemplate extends MapPlan {
  readonly key: string;
  readonly name: string;
}

/** Upper left tile of a placement, quarter turns clockwise and the fine position in units. */
export type Spot = readonly [x: number, y: number, rotation?: Rotation, dx?: number, dy?: number];

/** One placement in a line of code. */
export const placeAt = (piece: string, [x, y, rotation = 0, dx = 0, dy = 0]: Spot): MapPlacement => ({
  piece,
  x,
  y,
  rotation,
  layer: 0,
  dx,
  dy,
});

/** Several placements of one piece in a line of code. */
export const put = (piece: string, spots: readonly Spot[]): MapPlacement[] => spots.map((spot) => placeAt(piece, spot));
