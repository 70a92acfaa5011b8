/** Ground without furniture: for spaces that are made by their size alone, and a bare room to furnish. */
import type { Ground, Tile } from '@metaverse/contracts';
import type { MapTemplate } from './map.ts';

/** Smallest side, in tiles, that leaves room for a rim of grass around the floor. */
const RIM_FROM = 8;

/** The middle and its neighbours, nearest first. */
const middleOf = (width: number, height: number): Tile[] => {
  const [x, y] = [Math.floor(width / 2), Math.floor(height / 2)];
  return [
    { x, y },
    { x: x + 1, y },
    { x: x - 1, y },
    { x, y: y + 1 },
    { x, y: y - 1 },
    { x: x + 1, y: y + 1 },
    { x: x - 1, y: y + 1 },
    { x: x + 1, y: y - 1 },
    { x: x - 1, y: y - 1 },
  ];
};

/**
 * An oak floor in the open that can be walked on everywhere, with a rim of grass where there is room for one.
 * Sides are in tiles, 5 to 500; people arrive in the middle.
 */
export const emptyGround = (width: number, height: number): Ground => {
  const rim = Math.min(width, height) >= RIM_FROM ? 1 : 0;
  return {
    floors: [
      { floor: 'grass', x: 0, y: 0, width, height },
      { floor: 'floor-oak', x: rim, y: rim, width: width - 2 * rim, height: height - 2 * rim },
    ],
    walls: [],
    doorways: [],
    spawns: middleOf(width, height),
  };
};

/** A room in a garden: walls all around, a doorway to the south and a few steps of sand in front of it. 24 × 16 tiles. */
export const emptyRoom: MapTemplate = {
  key: 'empty',
  name: 'Empty room',
  width: 24,
  height: 16,
  ground: {
    floors: [
      { floor: 'grass', x: 0, y: 0, width: 24, height: 16 },
      { floor: 'floor-oak', x: 0, y: 0, width: 24, height: 13 },
      { floor: 'path', x: 11, y: 13, width: 2, height: 3 },
      { floor: 'floor-oak', x: 11, y: 13, width: 2, height: 2 },
    ],
    walls: [
      { finish: 'wall-plaster', from: [0, 0], to: [23, 0] },
      { finish: 'wall-plaster', from: [0, 0], to: [0, 12] },
      { finish: 'wall-plaster', from: [23, 0], to: [23, 12] },
      { finish: 'wall-plaster', from: [0, 12], to: [23, 12] },
    ],
    doorways: [
      [11, 12],
      [12, 12],
    ],
    spawns: middleOf(24, 14),
  },
  placements: [],
};
