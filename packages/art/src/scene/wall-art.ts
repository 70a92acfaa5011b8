/** Walls as markup: faces lie below people, caps and lintels above them. */
import type { Ground } from '@metaverse/contracts';
import { findPiece } from '../catalogue.ts';
import { TILE, shift } from '../shapes.ts';
import type { Region } from './region.ts';
import { wallCells } from './wall-cells.ts';

export interface WallArt {
  readonly faces: string;
  readonly caps: string;
}

/** How far art of a cell reaches below its own tile: two tiles of face and the shadow on the next. */
const REACH_TILES = 3;

/** The art of all cells that show in a region; it may overhang the region. Finishes that nobody draws are left out. */
export const wallArt = (ground: Ground, region: Region): WallArt => {
  const reaching = { ...region, y: region.y - REACH_TILES, height: region.height + REACH_TILES };
  let [faces, caps] = ['', ''];
  for (const { x, y, finish, isDoorway, mask } of wallCells(ground, reaching)) {
    const piece = findPiece(isDoorway ? finish.replace('wall', 'doorway') : finish);
    faces += shift(x * TILE, y * TILE, piece?.svg(0, mask) ?? '');
    caps += shift(x * TILE, y * TILE, piece?.overlay?.svg(0, mask) ?? '');
  }
  return { faces, caps };
};
