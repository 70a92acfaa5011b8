import type { Ground } from '@metaverse/contracts';
import { expect, test } from 'vitest';
import { blockedTiles, type Grid, gridOfSpace, isBlocked } from './grid.ts';

const plain: Ground = { floors: [], walls: [], doorways: [], spawns: [] };

/** A row of the picture per row of the grid, `#` where it is blocked. */
const picture = (grid: Grid): string[] =>
  Array.from({ length: grid.height }, (_, y) => Array.from({ length: grid.width }, (_, x) => (isBlocked(grid, x, y) ? '#' : '.')).join(''));

const withGround = (ground: Partial<Ground>, width = 6, height = 6): string[] =>
  picture(blockedTiles({ width, height, ground: { ...plain, ...ground }, placements: [] }));

test('everything outside the map is blocked, everything on an empty one is free', () => {
  const grid = blockedTiles({ width: 3, height: 2, ground: plain, placements: [] });
  expect(picture(grid)).toEqual(['...', '...']);
  expect([isBlocked(grid, -1, 0), isBlocked(grid, 3, 0), isBlocked(grid, 0, -1), isBlocked(grid, 0, 2)]).toEqual([true, true, true, true]);
});

test('a wall from west to east blocks the two tiles of its face and lets people pass behind its cap', () => {
  expect(withGround({ walls: [{ finish: 'wall-plaster', from: [1, 1], to: [4, 1] }] })).toEqual([
    '......',
    '......',
    '.####.',
    '.####.',
    '......',
    '......',
  ]);
});

test('a wall from north to south blocks its caps, and its end the face below', () => {
  expect(withGround({ walls: [{ finish: 'wall-plaster', from: [2, 0], to: [2, 2] }] })).toEqual([
    '..#...',
    '..#...',
    '..#...',
    '..#...',
    '..#...',
    '......',
  ]);
});

test('a wall that is given from its other end blocks the same', () => {
  const ends = [
    { from: [1, 1], to: [4, 1] },
    { from: [2, 0], to: [2, 2] },
  ] satisfies Pick<Ground['walls'][number], 'from' | 'to'>[];
  for (const { from, to } of ends) {
    const wall = (run: typeof ends): string[] => withGround({ walls: run.map((each) => ({ finish: 'wall-plaster', ...each })) });
    expect(wall([{ from: to, to: from }])).toEqual(wall([{ from, to }]));
  }
});

test('corners and crossings of walls leave no gap', () => {
  const walls = [
    { finish: 'wall-plaster', from: [1, 0], to: [4, 0] },
    { finish: 'wall-plaster', from: [1, 0], to: [1, 3] },
  ] satisfies Ground['walls'];
  expect(withGround({ walls })).toEqual(['.#....', '.####.', '.####.', '.#....', '.#....', '.#....']);
});

test('a doorway is open in a wall from west to east and in one from north to south', () => {
  const across = { walls: [{ finish: 'wall-plaster', from: [0, 1], to: [5, 1] }], doorways: [[3, 1]] } satisfies Partial<Ground>;
  expect(withGround(across)).toEqual(['......', '......', '###.##', '###.##', '......', '......']);
  const along = { walls: [{ finish: 'wall-plaster', from: [2, 0], to: [2, 5] }], doorways: [[2, 3]] } satisfies Partial<Ground>;
  expect(withGround(along)).toEqual(['..#...', '..#...', '..#...', '......', '..#...', '..#...']);
});

test('walls beyond the map cost nothing and block only where their face reaches in', () => {
  const walls = [{ finish: 'wall-plaster', from: [-1_000_000, -1], to: [1_000_000, -1] }] satisfies Ground['walls'];
  expect(withGround({ walls }, 3, 3)).toEqual(['###', '###', '...']);
});

test('water blocks, a path laid over it is a bridge, and water laid over a path blocks again', () => {
  const floors = [
    { floor: 'grass', x: 0, y: 0, width: 6, height: 6 },
    { floor: 'water', x: 1, y: 1, width: 4, height: 3 },
    { floor: 'path', x: 2, y: 0, width: 2, height: 6 },
    { floor: 'water-deep', x: 3, y: 3, width: 9, height: 1 },
    { floor: 'watermelon-carpet', x: 0, y: 5, width: 6, height: 1 },
  ];
  expect(withGround({ floors })).toEqual(['......', '.#..#.', '.#..#.', '.#.###', '......', '......']);
});

const table = {
  width: 3,
  height: 2,
  blocks: [
    [0, 0],
    [1, 0],
    [0, 1],
  ] satisfies [number, number][],
};
const standing = (rotation: 0 | 1 | 2 | 3): string[] =>
  picture(blockedTiles({ width: 5, height: 5, ground: plain, placements: [{ x: 1, y: 1, rotation, element: table }] }));

test('footprints turn clockwise in quarter turns about their own upper left corner', () => {
  expect(standing(0)).toEqual(['.....', '.##..', '.#...', '.....', '.....']);
  expect(standing(1)).toEqual(['.....', '.##..', '..#..', '.....', '.....']);
  expect(standing(2)).toEqual(['.....', '...#.', '..##.', '.....', '.....']);
  expect(standing(3)).toEqual(['.....', '.....', '.#...', '.##..', '.....']);
});

test('what stands partly outside the map blocks the part inside', () => {
  const element = {
    width: 3,
    height: 1,
    blocks: [
      [0, 0],
      [1, 0],
      [2, 0],
    ] satisfies [number, number][],
  };
  const grid = blockedTiles({ width: 3, height: 2, ground: plain, placements: [{ x: 1, y: 0, rotation: 0, element }] });
  expect(picture(grid)).toEqual(['.##', '...']);
});

test('a space as the API describes it has the same grid; kinds that are not listed block nothing', () => {
  const elementTypes = [{ id: 'table', ...table }];
  const elements = [
    { elementId: 'table', x: 1, y: 1, rotation: 2 as const },
    { elementId: 'unknown', x: 0, y: 0, rotation: 0 as const },
  ];
  expect(picture(gridOfSpace({ width: 5, height: 5, ground: plain, elements, elementTypes }))).toEqual(standing(2));
});
