import type { Tile } from '@metaverse/contracts';
import { type CellPlace, cellOf, type CellRect, slowCells } from '@metaverse/world-core';
import { cellKey } from './cell.ts';
import type { CellMap } from './cell-map.ts';
import type { Crowd } from './model.ts';

/** Everything at the full rate. */
export const NO_CROWD: Crowd = { id: 0, slow: new Set() };

/** A rectangle as a number: no map has more than 63 cells in a row. */
export const rectKey = ({ left, top, right, bottom }: CellRect): number => ((left * 64 + top) * 64 + right) * 64 + bottom;

/** Sorts cells by crowd at one slow tick; `nextId` gives numbers that are never used twice. */
export const createCrowdSorter = (cells: CellMap, nextId: () => number): ((rect: CellRect, around: Tile) => Crowd) => {
  const crowds = new Map<string, Crowd>();
  const sort = (rect: CellRect, centre: CellPlace): Crowd => {
    const slow = slowCells(rect, centre, (place) => cells.find(place)?.people.size ?? 0);
    return slow.length === 0 ? NO_CROWD : { id: nextId(), slow: new Set(slow.map(cellKey)) };
  };
  return (rect, around) => {
    const centre = cellOf(around);
    const key = `${rectKey(rect)}:${cellKey(centre)}`;
    const crowd = crowds.get(key) ?? sort(rect, centre);
    crowds.set(key, crowd);
    return crowd;
  };
};
