import type { CellPlace } from '@metaverse/world-core';
import type { Player } from './player.ts';

/** What happened in a cell since it was last told. */
export type CellNews = {
  /** Those who moved in it, came, or went to another cell. */
  readonly touched: Set<Player>;
  /** Those of them whom a viewer of the cell may never have met. */
  readonly arrived: Set<Player>;
  /** Indexes of those who left the space. */
  readonly gone: Set<number>;
};

/** One cell's bytes of one tick, the same for all who get them. */
export type CellBlock = { readonly bytes: Uint8Array; readonly strangers: readonly Player[] };

export type Cell = {
  readonly key: number;
  readonly place: CellPlace;
  readonly people: Set<Player>;
  /** Since the last tick. */
  readonly fresh: CellNews;
  /** Since the last slow tick, the last tick included. */
  readonly slow: CellNews;
  /** Somebody needs everybody in the cell this tick. */
  isWholeWanted: boolean;
  /** Somebody gets the cell at the slow rate and this is a slow tick. */
  isSlowWanted: boolean;
  block: CellBlock | null;
};

const noNews = (): CellNews => ({ touched: new Set(), arrived: new Set(), gone: new Set() });

/** More cells than the largest map has in a row. */
const KEYS_PER_ROW = 128;
export const cellKey = ({ cx, cy }: CellPlace): number => cy * KEYS_PER_ROW + cx;

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
