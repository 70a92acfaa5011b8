/** A small park with a café terrace, a fountain and a pond. 30 × 18 tiles. */
import type { MapTemplate } from './map.ts';
import { put } from './map.ts';

export const cafeChairs = put('wood-chair', [
  [2, 6, 3, 14],
  [4, 6, 1, -14],
  [6, 6, 3, 14],
  [8, 6, 1, -14],
  [3, 9, 3, 14],
  [5, 9, 1, -14],
  [7, 9, 3, 14],
  [9, 9, 1, -14],
]);
export const benches = put('bench', [
  [14, 4, 0],
  [18, 4, 0],
  [14, 12, 2],
  [23, 8, 0],
]);

export const park: MapTemplate = {
  key: 'park',
  name: 'Park with café',
  width: 30,
  height: 18,
  ground: {
    floors: [
      { floor: 'grass', x: 0, y: 0, width: 30, height: 18 },
      { floor: 'path', x: 13, y: 5, width: 8, height: 7 },
      { floor: 'path', x: 12, y: 6, width: 10, height: 5 },
      { floor: 'path', x: 16, y: 0, width: 2, height: 18 },
      { floor: 'path', x: 8, y: 7, width: 22, height: 2 },
      { floor: 'floor-oak', x: 8, y: 1, width: 1, height: 2 },
      { floor: 'floor-stone', x: 1, y: 3, width: 10, height: 8 },
      { floor: 'water', x: 22, y: 12, width: 4, height: 5 },
      { floor: 'water', x: 21, y: 13, width: 6, height: 4 },
      { floor: 'water', x: 20, y: 14, width: 8, height: 2 },
    ],
    walls: [{ finish: 'wall-plaster', from: [1, 0], to: [10, 0] }],
    doorways: [[8, 0]],
    /** On the plaza, south and east of the fountain. */
    spawns: [
      { x: 16, y: 10 },
      { x: 17, y: 10 },
      { x: 15, y: 10 },
      { x: 18, y: 10 },
      { x: 19, y: 9 },
      { x: 14, y: 9 },
      { x: 19, y: 7 },
      { x: 14, y: 7 },
    ],
  },
  placements: [
    ...put('window-2', [
      [2, 1],
      [5, 1, 0, 16],
    ]),
    ...put('awning-5', [[1, 1, 0, 24]]),
    ...put('poster-plant', [[9, 1, 0, 10]]),
    ...put('lily-pads', [
      [21, 15],
      [25, 13, 0, -10],
    ]),
    ...put('duck', [
      [23, 13],
      [24, 15, 0, 20],
    ]),
    ...put('cat-sitting', [[10, 9]]),
    ...put('counter', [[1, 3, 0, 20, -4]]),
    ...put('counter-fruit', [[2, 3, 0, 20, -4]]),
    ...put('counter-coffee', [[3, 3, 0, 20, -4]]),
    ...put('counter-sink', [[4, 3, 0, 20, -4]]),
    ...put('parasol-table', [
      [3, 6],
      [7, 6],
      [4, 9],
      [8, 9],
    ]),
    ...cafeChairs,
    ...put('planter', [
      [1, 10, 0, 0, 24],
      [4, 10, 0, 0, 24],
      [9, 10, 0, 0, 24],
    ]),
    ...put('plant-fig', [[10, 3]]),
    ...put('sign', [[11, 5]]),
    ...put('fountain', [[15, 6, 0, 32, 16]]),
    ...benches,
    ...put('street-lamp', [
      [12, 5, 0, 0, 4],
      [21, 5, 0, 0, 4],
      [12, 11],
      [21, 11, 0, 0, -10],
    ]),
    ...put('flower-bed', [
      [12, 2],
      [20, 2],
      [8, 13, 0, 0, 10],
      [12, 14],
    ]),
    ...put('portal', [[16, 2]]),
    ...put('tree', [
      [23, 4],
      [2, 14],
      [28, 11],
      [27, 2],
    ]),
    ...put('tree-blossom', [
      [13, 15],
      [25, 6, 0, 20, -60],
      [6, 12, 0, 20],
    ]),
    ...put('tree-birch', [
      [21, 3, 0, 30],
      [10, 15],
      [19, 15, 0, -10],
    ]),
    ...put('tree-pine', [
      [29, 5],
      [0, 12],
      [29, 16],
      [5, 16],
      [25, 3],
    ]),
    ...put('bush', [
      [18, 13],
      [28, 14],
      [3, 16],
      [28, 9],
      [13, 1, 0, 20, -30],
    ]),
    ...put('bush-rose', [
      [22, 10, 0, -20, -40],
      [11, 12],
      [19, 16, 0, 10, 20],
      [27, 17, 0, 0, -20],
    ]),
    ...put(
      'hedge',
      [11, 12, 13, 14, 19, 20, 21, 22, 23, 24].map((column) => [column, 0] as const),
    ),
  ],
};
