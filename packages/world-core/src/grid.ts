import type { Element, Ground, Placement } from '@metaverse/contracts';
import { floorCells } from './floors.ts';
import { footprintBlocks, type StandingElement } from './footprints.ts';
import { wallBlocks } from './walls.ts';

/** Which tiles of a space can be walked on. Read it through `isBlocked`. */
export type Grid = {
  /** Sides in tiles. */
  readonly width: number;
  readonly height: number;
  /** Row by row, 1 where nobody can stand. */
  readonly tiles: Uint8Array;
};

export type GridPlan = {
  width: number;
  height: number;
  ground: Ground;
  placements: readonly StandingElement[];
};

/** Whether the tile lies on the map. */
export const isInside = ({ width, height }: Pick<Grid, 'width' | 'height'>, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;

/** Whether nobody can stand on the tile; everything outside the map is blocked. */
export const isBlocked = (grid: Grid, x: number, y: number): boolean => !isInside(grid, x, y) || grid.tiles[y * grid.width + x] !== 0;

/**
 * The collision grid of a space: walls as they are drawn, water, and the blocking tiles of what stands there. What
 * lies outside the map is left out.
 */
export const blockedTiles = ({ width, height, ground, placements }: GridPlan): Grid => {
  const grid: Grid = { width, height, tiles: new Uint8Array(width * height) };
  const block = (x: number, y: number): void => {
    if (isInside(grid, x, y)) grid.tiles[y * width + x] = 1;
  };
  for (const [x, y] of floorCells(ground.floors, grid)) block(x, y);
  for (const [x, y] of wallBlocks(ground, grid)) block(x, y);
  for (const placement of placements) for (const [x, y] of footprintBlocks(placement)) block(x, y);
  return grid;
};

/** What of `SpaceDetail` the grid depends on. */
export type SpaceLayout = Pick<GridPlan, 'width' | 'height' | 'ground'> & {
  elements: readonly Pick<Placement, 'elementId' | 'x' | 'y' | 'rotation'>[];
  elementTypes: readonly Pick<Element, 'id' | 'width' | 'height' | 'blocks'>[];
};

/** The collision grid of a space as the API describes it. Placements whose kind is not listed block nothing. */
export const gridOfSpace = ({ elements, elementTypes, ...plan }: SpaceLayout): Grid => {
  const types = new Map(elementTypes.map((type) => [type.id, type]));
  const placements = elements.flatMap((placement) => {
    const element = types.get(placement.elementId);
    return element ? [{ ...placement, element }] : [];
  });
  return blockedTiles({ ...plan, placements });
};
