import type { Grid } from '../src/grid.ts';

/** A grid as a picture: a string per row, `#` where it is blocked. */
export const gridOf = (...rows: string[]): Grid => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  tiles: Uint8Array.from(Array.from(rows.join(''), (tile) => (tile === '#' ? 1 : 0))),
});
