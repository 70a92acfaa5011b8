import { expect, test } from 'vitest';
import { gridOf } from '../testing/grid-of.ts';
import { chooseSpawn, nearestFreeTile } from './spawn.ts';

const nobody = { isTaken: () => false };

test('newcomers take the spawn tiles in turn', () => {
  const grid = gridOf('....', '....');
  const spawns = [
    { x: 1, y: 0 },
    { x: 3, y: 1 },
  ];
  expect([0, 1, 2, 3].map((arrival) => chooseSpawn(grid, spawns, { arrival, ...nobody }))).toEqual([...spawns, ...spawns]);
});

test('without spawn tiles people arrive in the middle', () => {
  expect(chooseSpawn(gridOf('.....', '.....', '.....'), [], { arrival: 7, ...nobody })).toEqual({ x: 2, y: 1 });
});

test('a taken spawn gives way to a free tile that can be walked to, not to one behind a wall', () => {
  const grid = gridOf('.#.', '.#.');
  const isTaken = ({ x, y }: { x: number; y: number }) => x === 0 && y === 0;
  expect(chooseSpawn(grid, [{ x: 0, y: 0 }], { arrival: 0, isTaken })).toEqual({ x: 0, y: 1 });
  expect(chooseSpawn(grid, [{ x: 0, y: 0 }], { arrival: 0, isTaken: ({ x }) => x === 0 })).toEqual({ x: 0, y: 0 });
});

test('a blocked or absent spawn tile gives the nearest free one; a map that is blocked all over has none', () => {
  expect(chooseSpawn(gridOf('##.', '###'), [{ x: 0, y: 1 }], { arrival: 0, ...nobody })).toEqual({ x: 2, y: 0 });
  expect(chooseSpawn(gridOf('...'), [{ x: 40, y: 40 }], { arrival: 0, ...nobody })).toEqual({ x: 2, y: 0 });
  expect(chooseSpawn(gridOf('##', '##'), [], { arrival: 0, ...nobody })).toBeNull();
});

test('the nearest free tile is the tile itself when it is free', () => {
  const grid = gridOf('.#.', '###');
  expect(nearestFreeTile(grid, { x: 2, y: 0 })).toEqual({ x: 2, y: 0 });
  expect(nearestFreeTile(grid, { x: 2, y: 1 })).toEqual({ x: 2, y: 0 });
  expect(nearestFreeTile(grid, { x: 2, y: 0 }, ({ x }) => x === 2)).toEqual({ x: 0, y: 0 });
});
