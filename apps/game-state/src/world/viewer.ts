import type { Player as PlayerView } from '@metaverse/contracts';
import { type CellRect, cellsInView, cellsOf, createFrameReader, viewAround } from '@metaverse/world-core';
import type { CellMap } from './cell-map.ts';
import { NO_CROWD } from './crowds.ts';
import type { Encoding, Outlet, Player, Viewer } from './model.ts';

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

/** Somebody as `join` and `user-joined` tell of them. */
export const viewOfPlayer = ({ profile, spot }: Player): PlayerView => ({ ...profile, x: spot.x, y: spot.y, direction: spot.direction });
