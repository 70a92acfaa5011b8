import type { Grid } from '@metaverse/world-core';
import { describe, expect, it } from 'vitest';
import { tileBeside } from './tile-beside.ts';

const gridOf = (rows: readonly string[]): Grid => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  tiles: Uint8Array.from(rows.join(''), (tile) => (tile === '#' ? 1 : 0)),
});

describe('walking over to somebody', () => {
  it('ends beside them, on the side one comes from', () => {
    const grid = gridOf(['.....', '.....', '.....']);
    expect(tileBeside(grid, { x: 0, y: 1 }, { x: 3, y: 1 })).toEqual({ x: 2, y: 1 });
  });

  it('never ends behind a wall', () => {
    const grid = gridOf(['..#..', '..#..', '..#..']);
    expect(tileBeside(grid, { x: 0, y: 1 }, { x: 3, y: 1 }).x).toBeGreaterThanOrEqual(3);
  });

  it('ends on their own tile when they stand in a corner of one tile', () => {
    const grid = gridOf(['###', '#.#', '###']);
    expect(tileBeside(grid, { x: 0, y: 0 }, { x: 1, y: 1 })).toEqual({ x: 1, y: 1 });
  });
});
