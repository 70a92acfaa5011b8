import type { Ground } from '@metaverse/contracts';
import { expect, it } from 'vitest';
import { wallCells } from './wall-cells.ts';

const ground: Ground = {
  floors: [],
  walls: [
    { finish: 'wall-plaster', from: [1, 1], to: [4, 1] },
    { finish: 'wall-moss', from: [4, 3], to: [4, 1] },
  ],
  doorways: [[2, 1]],
  spawns: [],
};

it('tells where each cell goes on, whichever end a run was written from', () => {
  expect(wallCells(ground, { x: 0, y: 0, width: 9, height: 9 })).toEqual([
    { x: 1, y: 1, finish: 'wall-plaster', isDoorway: false, mask: 2 },
    { x: 2, y: 1, finish: 'wall-plaster', isDoorway: true, mask: 10 },
    { x: 3, y: 1, finish: 'wall-plaster', isDoorway: false, mask: 10 },
    { x: 4, y: 1, finish: 'wall-moss', isDoorway: false, mask: 12 },
    { x: 4, y: 2, finish: 'wall-moss', isDoorway: false, mask: 5 },
    { x: 4, y: 3, finish: 'wall-moss', isDoorway: false, mask: 1 },
  ]);
});

it('knows the neighbours beyond the edge of a region, and reads no more of a long run than the region', () => {
  const long: Ground = { ...ground, walls: [{ finish: 'wall-plum', from: [-1_000_000_000, 2], to: [1_000_000_000, 2] }], doorways: [] };
  expect(wallCells(long, { x: 5, y: 0, width: 2, height: 4 }).map(({ x, mask }) => [x, mask])).toEqual([
    [5, 10],
    [6, 10],
  ]);
});
