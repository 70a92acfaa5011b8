import type { WorldServerEvents } from '@metaverse/contracts';
import {
  type CellRect,
  cellsInView,
  cellsOf,
  cellOf,
  createFrameReader,
  type FrameReader,
  isCellInRect,
  isSameRect,
  slowCells,
  type View,
  viewAround,
} from '@metaverse/world-core';
import type { z } from 'zod';
import { cellKey } from './cell.ts';
import type { CellMap } from './cell-map.ts';
import type { Player } from './player.ts';

export type Encoding = 'binary' | 'json';

/** What a viewer's frames and events leave through: one connection. */
export type Outlet = {
  readonly id: string;
  /** How far the connection lags behind: nothing to speak of, too far to send more, or for so long that it has to end. */
  readonly lag: (nowMs: number) => 'none' | 'behind' | 'lost';
  readonly sendFrame: (parts: readonly Uint8Array[]) => void;
  readonly emit: <E extends keyof WorldServerEvents>(event: E, payload: z.input<WorldServerEvents[E]['payload']>) => void;
  /** Ends the connection after what was sent. A client of Socket.IO comes back by itself unless the end is `final`. */
  readonly end: (how: 'final' | 'reconnect') => void;
};

/** What one connection sees of a space. */
export type Viewer = {
  readonly player: Player;
  readonly outlet: Outlet;
  readonly encoding: Encoding;
  /** What the client said that it shows; until then what is around its person. */
  view: View | null;
  /** The cells served, as the client knows them; null before the first frame. */
  rect: CellRect | null;
  /** Keys of cells that come at the slow rate. */
  slow: ReadonlySet<number>;
  /** Indexes of those who were introduced. */
  readonly known: Set<number>;
  needsKey: boolean;
  /** A step of its own person was accepted since the last frame. */
  hasStepped: boolean;
  /** Reads the frames of clients with `encoding: "json"` for them. */
  readonly reader: FrameReader;
};

export const createViewer = (player: Player, outlet: Outlet, encoding: Encoding): Viewer => ({
  player,
  outlet,
  encoding,
  view: null,
  rect: null,
  slow: new Set(),
  known: new Set(),
  needsKey: true,
  hasStepped: false,
  reader: createFrameReader(),
});

type Sides = { width: number; height: number };

/** The cells that the viewer is served from the next frame on. */
export const rectOf = ({ view, player, rect }: Viewer, map: Sides): CellRect =>
  cellsInView(view ?? viewAround(player.spot), map, rect ?? undefined);

/** Everybody whom a newly joined viewer is told of. */
export const peopleInView = (viewer: Viewer, { cells, map }: { cells: CellMap; map: Sides }): Player[] =>
  cellsOf(rectOf(viewer, map)).flatMap((place) => [...(cells.find(place)?.people ?? [])]);

/** Says which cells come at the slow rate until the next slow tick. */
export const sortByCrowd = (viewer: Viewer, cells: CellMap): void => {
  if (!viewer.rect) return;
  const slow = slowCells(viewer.rect, cellOf(viewer.player.spot), (place) => cells.find(place)?.people.size ?? 0);
  viewer.slow = new Set(slow.map(cellKey));
};

/** The rectangle of a viewer's next frame, and whether it says so. Marks the cells that have to come whole or in their slow form. */
export const prepareFrame = (viewer: Viewer, { cells, map, isSlowTick }: { cells: CellMap; map: Sides; isSlowTick: boolean }): CellRect => {
  const next = rectOf(viewer, map);
  const before = viewer.needsKey ? null : viewer.rect;
  if (!before || !isSameRect(before, next)) {
    for (const place of cellsOf(next)) {
      if (before && isCellInRect(before, place.cx, place.cy)) continue;
      const cell = cells.find(place);
      if (cell && cell.people.size > 0) cell.isWholeWanted = true;
    }
  }
  if (isSlowTick && viewer.slow.size > 0) {
    for (const cell of cells.withNews(true)) if (viewer.slow.has(cell.key)) cell.isSlowWanted = true;
  }
  return next;
};
