import type { Tile } from '@metaverse/contracts';
import { type CellPlace, cellOf, encodeCell } from '@metaverse/world-core';
import { cellKey, clearNews, createCell } from './cell.ts';
import type { Cell, CellBlock, CellNews, Player } from './model.ts';

const encode = (cell: Cell): CellBlock => {
  const news = cell.isSlowWanted ? cell.slow : cell.fresh;
  const told = cell.isWholeWanted ? new Set([...cell.people, ...news.touched]) : news.touched;
  // Who began to see the cell since the last slow tick may not have met those who left it before.
  const strangers = cell.isWholeWanted || cell.isSlowWanted ? told : news.arrived;
  const spots = Array.from(told, ({ index, spot }) => ({ index, ...spot }));
  return {
    bytes: encodeCell({ cell: cell.place, spots, gone: [...news.gone] }),
    strangers: [...strangers],
  };
};

const noteGone = (news: CellNews, player: Player): void => {
  news.touched.delete(player);
  news.arrived.delete(player);
  news.gone.add(player.index);
};

/** Who is in which cell, and what every cell has to tell. */
export class CellMap {
  readonly #cells = new Map<number, Cell>();
  /** Cells with news since the last tick, and since the last slow one. */
  readonly #fresh = new Set<Cell>();
  readonly #slow = new Set<Cell>();
  /** Cells that the last person left since the last tick; they count as occupied in it. */
  readonly #vacated = new Set<Cell>();
  #occupied = 0;
  #encodings = 0;

  /** The cell of a tile, made when there is none. */
  cellAt(tile: Tile): Cell {
    const place = cellOf(tile);
    const key = cellKey(place);
    const cell = this.#cells.get(key) ?? createCell(place);
    this.#cells.set(key, cell);
    return cell;
  }

  find(place: CellPlace): Cell | undefined {
    return this.#cells.get(cellKey(place));
  }

  /** Somebody new, or somebody whose profile has changed. */
  arrive(player: Player): void {
    this.#settle(player, player.cell);
    this.#note(player.cell, player, true);
  }

  /** Somebody whose `spot` has changed. */
  move(player: Player): void {
    const [from, to] = [player.cell, this.cellAt(player.spot)];
    this.#note(from, player, false);
    if (from === to) return;
    this.#unsettle(player);
    this.#settle(player, to);
    this.#note(to, player, true);
  }

  /** Somebody who leaves the space: every cell that has told of them, or would have, tells that. */
  remove(player: Player): void {
    player.isGone = true;
    this.#unsettle(player);
    for (const cell of player.trail.add(player.cell)) {
      this.#slow.add(cell);
      noteGone(cell.slow, player);
      // Where they left a cell some ticks ago, those who are told every tick know that already.
      if (cell !== player.cell && !cell.fresh.touched.has(player)) continue;
      this.#fresh.add(cell);
      noteGone(cell.fresh, player);
    }
  }

  get hasNews(): boolean {
    return this.#fresh.size > 0;
  }

  get hasSlowNews(): boolean {
    return this.#slow.size > 0;
  }

  /** Cells with news of this tick, or of all since the last slow one. */
  withNews(isSlowTick: boolean): Cell[] {
    return [...(isSlowTick ? this.#slow : this.#fresh)];
  }

  /** The cell's bytes of this tick; encoded by the first who asks. */
  blockOf(cell: Cell): CellBlock {
    if (cell.block) return cell.block;
    this.#encodings += 1;
    return (cell.block = encode(cell));
  }

  /**
   * Forgets what was told. Gives the figures of the tick: a cell counts as occupied when it held somebody at any time of it, or
   * when the slow viewers had still to be told that the last one had left.
   */
  finishTick(isSlowTick: boolean): { encodings: number; occupied: number } {
    const leftBefore = isSlowTick ? [...this.#slow].filter((cell) => cell.people.size === 0 && !this.#vacated.has(cell)).length : 0;
    const figures = { encodings: this.#encodings, occupied: this.#occupied + leftBefore };
    this.#encodings = 0;
    this.#occupied -= this.#vacated.size;
    this.#vacated.clear();
    for (const cell of this.#fresh) clearNews(cell.fresh);
    this.#fresh.clear();
    if (isSlowTick) this.#finishSlow();
    for (const cell of this.#cells.values()) {
      cell.block = null;
      cell.isWholeWanted = false;
      cell.isSlowWanted = false;
    }
    return figures;
  }

  #finishSlow(): void {
    for (const cell of this.#slow) {
      for (const player of cell.slow.touched) player.trail.clear();
      clearNews(cell.slow);
      if (cell.people.size === 0) this.#cells.delete(cell.key);
    }
    this.#slow.clear();
  }

  #note(cell: Cell, player: Player, isArrival: boolean): void {
    this.#fresh.add(cell);
    this.#slow.add(cell);
    player.trail.add(cell);
    for (const news of [cell.fresh, cell.slow]) {
      news.touched.add(player);
      if (isArrival) news.arrived.add(player);
    }
  }

  #settle(player: Player, cell: Cell): void {
    if (cell.people.size === 0 && !this.#vacated.delete(cell)) this.#occupied += 1;
    cell.people.add(player);
    player.cell = cell;
  }

  #unsettle(player: Player): void {
    player.cell.people.delete(player);
    if (player.cell.people.size === 0) this.#vacated.add(player.cell);
  }
}
