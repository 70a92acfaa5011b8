import type { MapPlan } from '@metaverse/art';
import type { MapPlacement } from '@metaverse/contracts';

const placed = (piece: string, [x, y]: readonly [number, number], [dx, dy]: readonly [number, number]): MapPlacement => ({
  piece,
  x,
  y,
  rotation: 0,
  layer: 0,
  dx,
  dy,
});

/** The room behind the avatar that one dresses: a wall with a window, a plant, a rug to stand on. 7 × 10 tiles. */
export const studio: MapPlan = {
  width: 7,
  height: 10,
  ground: {
    floors: [{ floor: 'floor-oak', x: 0, y: 0, width: 7, height: 10 }],
    walls: [{ finish: 'wall-plaster', from: [0, 0], to: [6, 0] }],
    doorways: [],
    spawns: [],
  },
  placements: [
    placed('picture-shapes', [1, 1], [40, 0]),
    placed('window-2', [2, 1], [36, 0]),
    placed('plant-fig', [1, 3], [6, 4]),
    placed('rug-round', [1, 5], [34, 4]),
  ],
};
