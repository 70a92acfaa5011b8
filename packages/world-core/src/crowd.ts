import type { CellRect } from './cells.ts';
import { cellsOf } from './cells.ts';

/** People who are shown at the full rate to one viewer. */
export const FULL_RATE_PEOPLE = 64;
/** Cells beyond them are told of every fourth tick: 20 Hz / 4 = 5 Hz. */
export const SLOW_EVERY_TICKS = 4;

/** A cell's place on the map. */
export type CellPlace = { readonly cx: number; readonly cy: number };

/**
 * The cells of a view that are served at the slow rate: all beyond the nearest ones that hold up to `FULL_RATE_PEOPLE` together. The
 * nearest occupied cell is always served in full. Empty cells cost nothing and are never slow.
 */
export const slowCells = (rect: CellRect, centre: CellPlace, peopleIn: (cell: CellPlace) => number): CellPlace[] => {
  const occupied = cellsOf(rect)
    .map((cell) => ({ ...cell, people: peopleIn(cell) }))
    .filter(({ people }) => people > 0);
  if (occupied.reduce((sum, { people }) => sum + people, 0) <= FULL_RATE_PEOPLE) return [];
  const distance = ({ cx, cy }: CellPlace): number => (cx - centre.cx) ** 2 + (cy - centre.cy) ** 2;
  occupied.sort((a, b) => distance(a) - distance(b));
  let people = 0;
  const firstSlow = occupied.findIndex((cell, index) => (people += cell.people) > FULL_RATE_PEOPLE && index > 0);
  return firstSlow === -1 ? [] : occupied.slice(firstSlow).map(({ cx, cy }) => ({ cx, cy }));
};
