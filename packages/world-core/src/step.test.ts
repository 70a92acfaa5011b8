import { expect, test } from 'vitest';
import { gridOf } from '../testing/grid-of.ts';
import { checkStep, directionOf, NEIGHBOURS } from './step.ts';

const open = gridOf('...', '...', '...');
const middle = { x: 1, y: 1 };

test('[WO1] a step goes to one of the eight neighbours', () => {
  for (const [dx, dy] of NEIGHBOURS) expect(checkStep(open, middle, { x: 1 + dx, y: 1 + dy })).toBeNull();
  expect(checkStep(open, middle, middle)).toBe('not_adjacent');
  expect(checkStep(open, { x: 0, y: 0 }, { x: 2, y: 0 })).toBe('not_adjacent');
  expect(checkStep(open, { x: 0, y: 0 }, { x: 1, y: 2 })).toBe('not_adjacent');
});

test('[WO1] what lies outside the map is out of bounds, however far', () => {
  expect(checkStep(open, { x: 0, y: 0 }, { x: -1, y: 0 })).toBe('out_of_bounds');
  expect(checkStep(open, { x: 2, y: 2 }, { x: 3, y: 3 })).toBe('out_of_bounds');
  expect(checkStep(open, middle, { x: 1e9, y: -1e9 })).toBe('out_of_bounds');
});

test('[WO1] nobody walks onto a blocked tile', () => {
  expect(checkStep(gridOf('.#', '..'), { x: 0, y: 0 }, { x: 1, y: 0 })).toBe('blocked');
});

test('[WO1] a diagonal cuts no corner, on either side', () => {
  expect(checkStep(gridOf('.#', '..'), { x: 0, y: 0 }, { x: 1, y: 1 })).toBe('blocked');
  expect(checkStep(gridOf('..', '#.'), { x: 0, y: 0 }, { x: 1, y: 1 })).toBe('blocked');
  expect(checkStep(gridOf('.#', '#.'), { x: 0, y: 0 }, { x: 1, y: 1 })).toBe('blocked');
  expect(checkStep(gridOf('..', '..'), { x: 0, y: 0 }, { x: 1, y: 1 })).toBeNull();
});

test('who stands where a wall was put later can leave', () => {
  expect(checkStep(gridOf('#.', '..'), { x: 0, y: 0 }, { x: 1, y: 0 })).toBeNull();
});

test('one looks where one goes; of a diagonal the horizontal part wins', () => {
  const to = (dx: number, dy: number) => directionOf(middle, { x: 1 + dx, y: 1 + dy });
  expect([to(0, 1), to(0, -1), to(-1, 0), to(1, 0)]).toEqual(['down', 'up', 'left', 'right']);
  expect([to(1, 1), to(1, -1), to(-1, 1), to(-1, -1)]).toEqual(['right', 'right', 'left', 'left']);
  expect(directionOf(middle, middle, 'up')).toBe('up');
});
