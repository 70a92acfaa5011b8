import { type CellRect, cellsOf, isCellInRect } from '@metaverse/world-core';
import { cellKey, hasNews } from './cell.ts';
import type { CellMap } from './cell-map.ts';
import { rectKey } from './crowds.ts';
import type { Cell, Crowd, Player } from './model.ts';

/** What all who see the same cells are told: bytes to send as they are, and those in them whom some may never have met. */
export type Body = { readonly bytes: Uint8Array; readonly strangers: readonly Player[] };

const EMPTY: Body = { bytes: new Uint8Array(), strangers: [] };

/** What the cells have to tell in one tick. */
export class TickNews {
  readonly isSlowTick: boolean;
  readonly #cells: CellMap;
  readonly #news: readonly Cell[];
  readonly #byKey: ReadonlyMap<number, Cell>;
  readonly #bodies = new Map<string, Body>();

  constructor(cells: CellMap, isSlowTick: boolean) {
    this.isSlowTick = isSlowTick;
    this.#cells = cells;
    this.#news = cells.withNews(isSlowTick);
    this.#byKey = new Map(this.#news.map((cell) => [cell.key, cell]));
  }

  /** Says that somebody has not seen these cells before: whoever gets them gets them whole. */
  wantWhole(next: CellRect, before: CellRect | null): void {
    for (const cell of this.#unseen(next, before)) cell.isWholeWanted = true;
  }

  /** Says that these cells are sent in their slow form; matters at slow ticks. */
  wantSlow({ slow }: Crowd): void {
    if (!this.isSlowTick) return;
    for (const key of slow) {
      const cell = this.#byKey.get(key);
      if (cell) cell.isSlowWanted = true;
    }
  }

  /** The news for everybody with this rectangle and crowd; made once. */
  bodyFor(rect: CellRect, crowd: Crowd): Body {
    const key = `${rectKey(rect)}:${crowd.id}`;
    const body = this.#bodies.get(key) ?? this.#join(this.#told(rect, crowd));
    this.#bodies.set(key, body);
    return body;
  }

  /** The news for a viewer whose rectangle changes, or who begins anew: the unseen cells whole, and what is new in the others. */
  bodyForChange(next: CellRect, before: CellRect | null, crowd: Crowd): Body {
    const known = before ? this.#told(next, crowd).filter(({ place }) => isCellInRect(before, place.cx, place.cy)) : [];
    return this.#join([...this.#unseen(next, before), ...known]);
  }

  #unseen(next: CellRect, before: CellRect | null): Cell[] {
    return cellsOf(next).flatMap((place) => {
      if (before && isCellInRect(before, place.cx, place.cy)) return [];
      const cell = this.#cells.find(place);
      return cell && cell.people.size > 0 ? [cell] : [];
    });
  }

  #told(rect: CellRect, { slow }: Crowd): Cell[] {
    const area = (rect.right - rect.left + 1) * (rect.bottom - rect.top + 1);
    const candidates =
      this.#news.length <= area
        ? this.#news.filter(({ place }) => isCellInRect(rect, place.cx, place.cy))
        : cellsOf(rect).flatMap((place) => this.#byKey.get(cellKey(place)) ?? []);
    return candidates.filter((cell) => (slow.has(cell.key) ? this.isSlowTick && hasNews(cell.slow) : hasNews(cell.fresh)));
  }

  #join(cells: readonly Cell[]): Body {
    if (cells.length === 0) return EMPTY;
    const blocks = cells.map((cell) => this.#cells.blockOf(cell));
    return { bytes: Buffer.concat(blocks.map(({ bytes }) => bytes)), strangers: blocks.flatMap(({ strangers }) => strangers) };
  }
}
