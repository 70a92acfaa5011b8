import { TILE } from '@metaverse/art';

/** Units of the art to a CSS px at zoom 1. */
export const UNITS_PER_PX = 2;
/** Side of a tile in CSS px at zoom 1: what the scene is measured in. */
export const TILE_PX = TILE / UNITS_PER_PX;

/** Where on their tile people stand, in tiles from its upper left corner: in the middle, a little towards the viewer. */
export const FEET = { x: 0.5, y: 0.62 } as const;

/** Pixels to a CSS px at zoom 1 in which pictures are made. At the usual zooms one of their pixels is one of the screen's. */
const RESOLUTIONS = [0.5, 1, 1.5, 2, 3, 4] as const;
const FINEST = 4;

/** The resolution that is sharp at a zoom and costs least. */
export const resolutionFor = (zoom: number, pixelRatio: number): number =>
  RESOLUTIONS.find((resolution) => resolution >= zoom * pixelRatio - 0.01) ?? FINEST;
