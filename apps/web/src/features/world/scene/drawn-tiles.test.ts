import { describe, expect, it } from 'vitest';
import { drawnTiles } from './drawn-tiles.ts';

const cover = (rows: readonly string[]) => drawnTiles({ width: rows[0]?.length ?? 0, height: rows.length }, (x, y) => rows[y]?.[x] === '#');

describe('the tiles that something is drawn on', () => {
  it('are covered by few rectangles', () => {
    expect(cover(['####', '#..#', '#..#'])).toEqual([
      { x: 0, y: 0, width: 4, height: 1 },
      { x: 0, y: 1, width: 1, height: 2 },
      { x: 3, y: 1, width: 1, height: 2 },
    ]);
  });

  it('are each covered once, and no others are', () => {
    const rows = ['.##.#', '##..#', '..###', '#.#.#'];
    const counts = rows.map((row) => Array.from(row, () => 0));
    for (const { x, y, width, height } of cover(rows)) {
      for (let row = y; row < y + height; row += 1) for (let column = x; column < x + width; column += 1) counts[row]![column]! += 1;
    }
    expect(counts).toEqual(rows.map((row) => Array.from(row, (tile) => (tile === '#' ? 1 : 0))));
  });

  it('are none where nothing is drawn', () => {
    expect(cover(['...', '...'])).toEqual([]);
  });
});
