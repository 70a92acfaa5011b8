import { expect, it } from 'vitest';
import { heroView } from './hero-view.ts';

it('shows the width of a place but for its outer walls', () => {
  expect(heroView({ width: 40, height: 24 }, 3.8)).toEqual({ x: 1, y: 2, width: 38, height: 10 });
});

it('shows a part of a place that is larger', () => {
  const view = heroView({ width: 200, height: 200 }, 3.8);
  expect(view.width).toBe(38);
  expect(view.x).toBe(81);
});

it('puts a place that is smaller into the middle', () => {
  expect(heroView({ width: 10, height: 6 }, 4)).toEqual({ x: -7, y: 0, width: 24, height: 6 });
  expect(heroView({ width: 30, height: 5 }, 4).y).toBe(-1);
});
