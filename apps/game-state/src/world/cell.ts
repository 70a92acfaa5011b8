import type { CellPlace } from '@metaverse/world-core';
import type { Cell, CellNews } from './model.ts';

/** More cells than the largest map has in a row. */
const KEYS_PER_ROW = 128;
export const cellKey = ({ cx, cy }: CellPlace): number => cy * KEYS_PER_ROW + cx;

const noNews = (): CellNews => ({ touched: new Set(), arrived: new Set(), gone: new Set() });

export const createCell = (place: CellPlace): Cell => ({
  key: cellKey(place),
  place,
  people: new Set(),
  fresh: noNews(),
  slow: noNews(),
  isWholeWanted: false,
  isSlowWanted: false,
  block: null,
});

export const hasNews = ({ touched, gone }: CellNews): boolean => touched.size > 0 || gone.size > 0;

export const clearNews = ({ touched, arrived, gone }: CellNews): void => {
  touched.clear();
  arrived.clear();
  gone.clear();
};
