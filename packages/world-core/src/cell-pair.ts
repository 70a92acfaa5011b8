/** Column and row of a tile. */
export type TilePair = readonly [x: number, y: number];
export type Sides = { readonly width: number; readonly height: number };
