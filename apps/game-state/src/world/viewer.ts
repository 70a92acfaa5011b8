import type { WorldServerEvents } from '@metaverse/contracts';
import { type CellRect, cellsInView, cellsOf, createFrameReader, type FrameReader, type View, viewAround } from '@metaverse/world-core';
import type { z } from 'zod';
import type { CellMap } from './cell-map.ts';
import { type Crowd, NO_CROWD } from './crowds.ts';
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
  /** What of them comes at the slow rate. */
  crowd: Crowd;
  /** Indexes of those who were introduced. */
  readonly known: Set<number>;
  needsKey: boolean;
  /** What it shows may have changed since the last frame. */
  hasLooked: boolean;
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
  crowd: NO_CROWD,
  known: new Set(),
  needsKey: true,
  hasLooked: true,
  hasStepped: false,
  reader: createFrameReader(),
});

type Sides = { width: number; height: number };

/** The cells that the viewer is served from the next frame on. */
export const rectOf = ({ view, player, rect, hasLooked }: Viewer, map: Sides): CellRect =>
  rect && !hasLooked ? rect : cellsInView(view ?? viewAround(player.spot), map, rect ?? undefined);

/** Everybody whom a newly joined viewer is told of. */
export const peopleInView = (viewer: Viewer, { cells, map }: { cells: CellMap; map: Sides }): Player[] =>
  cellsOf(rectOf(viewer, map)).flatMap((place) => [...(cells.find(place)?.people ?? [])]);
