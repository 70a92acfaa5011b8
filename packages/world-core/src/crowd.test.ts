import { expect, test } from 'vitest';
import { type CellPlace, slowCells } from './crowd.ts';

const rect = { left: 0, top: 0, right: 4, bottom: 0 };
const centre = { cx: 2, cy: 0 };
const people = (counts: number[]) => (cell: CellPlace) => counts[cell.cx] ?? 0;

test('[FR6] up to 64 people in view all come at the full rate', () => {
  expect(slowCells(rect, centre, people([10, 10, 24, 10, 10]))).toEqual([]);
});

test('[FR6] beyond 64 the farther cells are slow, and empty ones never', () => {
  expect(slowCells(rect, centre, people([30, 0, 40, 10, 30]))).toEqual([
    { cx: 0, cy: 0 },
    { cx: 4, cy: 0 },
  ]);
});

test('[FR6] the nearest occupied cell is never slow, even when it holds more than 64', () => {
  expect(slowCells(rect, centre, people([1, 0, 500, 0, 0]))).toEqual([{ cx: 0, cy: 0 }]);
  expect(slowCells(rect, centre, people([0, 0, 0, 0, 500]))).toEqual([]);
});
