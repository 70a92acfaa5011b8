import { expect, test } from 'vitest';
import { type CellRect, cellsInView, cellsOf, isTileInRect, VIEW_MAX, viewAround } from './cells.ts';

const map = { width: 200, height: 200 };

test('[WO5] a view is served the cells that it touches and one ring', () => {
  expect(cellsInView({ x: 80, y: 80, width: 16, height: 8 }, map)).toEqual({ left: 9, top: 9, right: 12, bottom: 11 });
  expect(cellsInView({ x: 79.5, y: 80, width: 16, height: 8.25 }, map)).toEqual({ left: 8, top: 9, right: 12, bottom: 12 });
});

test('[WO5] the map clips it, and so does the largest view', () => {
  expect(cellsInView({ x: -50, y: -50, width: 60, height: 60 }, map)).toEqual({ left: 0, top: 0, right: 2, bottom: 2 });
  const all = cellsInView({ x: -1e12, y: -1e12, width: 2e12, height: 2e12 }, { width: 500, height: 500 });
  expect((all.right - all.left - 1) * 8).toBeLessThanOrEqual(VIEW_MAX.width + 16);
  expect((all.bottom - all.top - 1) * 8).toBeLessThanOrEqual(VIEW_MAX.height + 16);
  expect(cellsInView({ x: 1e12, y: 1e12, width: 5, height: 5 }, map)).toEqual({ left: 24, top: 24, right: 24, bottom: 24 });
});

test('[WO5] walking to and fro over the edge of a cell changes the served cells once', () => {
  const changes = new Set<string>();
  let served: CellRect | undefined;
  for (const x of [80, 79, 80, 79, 80, 79.5]) {
    served = cellsInView({ x, y: 80, width: 16, height: 8 }, map, served);
    changes.add(JSON.stringify(served));
  }
  expect(changes.size).toBe(2);
});

test('[WO5] an edge never lags more than one further ring behind, wherever one walks', () => {
  let served: CellRect | undefined;
  for (let x = 0; x < 180; x += 1) {
    const view = { x, y: 200 - x, width: 20, height: 20 };
    const wanted = cellsInView(view, map);
    served = cellsInView(view, map, served);
    expect(wanted.left - served.left).toBeLessThanOrEqual(1);
    expect(served.left).toBeLessThanOrEqual(wanted.left);
    expect(served.right).toBeGreaterThanOrEqual(wanted.right);
    expect(served.bottom - wanted.bottom).toBeLessThanOrEqual(1);
    expect(served.top).toBeLessThanOrEqual(wanted.top);
  }
});

test('until a client says what it shows, it sees 40 × 30 tiles around itself', () => {
  expect(viewAround({ x: 100, y: 100 })).toEqual({ x: 80.5, y: 85.5, width: 40, height: 30 });
});

test('the cells of a rectangle and what lies in them', () => {
  const rect = { left: 1, top: 2, right: 2, bottom: 2 };
  expect(cellsOf(rect)).toEqual([
    { cx: 1, cy: 2 },
    { cx: 2, cy: 2 },
  ]);
  expect(isTileInRect(rect, { x: 8, y: 16 })).toBe(true);
  expect(isTileInRect(rect, { x: 23, y: 23 })).toBe(true);
  expect(isTileInRect(rect, { x: 24, y: 16 })).toBe(false);
  expect(isTileInRect(rect, { x: 8, y: 24 })).toBe(false);
});
