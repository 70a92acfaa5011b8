/** Small pictures of whole places, without people. */
import type { MapPlacement } from '@metaverse/contracts';
import { findPiece } from '../catalogue.ts';
import { cap, carpetTones, grass, mixed, oak, paper, plaster, sand, stone, wallTones, water } from '../palette.ts';
import { footprint, shownRotation } from '../piece.ts';
import { TILE, rect, svgDocument } from '../shapes.ts';
import { originOf } from './draw-order.ts';
import type { GroundPlan, MapPlan } from './map.ts';
import { overlap } from './region.ts';
import type { Region } from './region.ts';
import { groundArt, sceneMarkup } from './render-scene.ts';
import type { GroundArt } from './render-scene.ts';

/** The box, in CSS px, that a thumbnail fits in unless the caller says otherwise. */
const THUMBNAIL_WIDTH = 640;
const THUMBNAIL_HEIGHT = 480;
/** Above 64 × 64 tiles a tile is less than 10 px of a thumbnail: floors become flat areas, which keeps the markup below 10 MB. */
const DETAILED_TILES_MAX = 64 * 64;
/** Up to 8 kB of markup each, so 8 MB. What is beyond them is drawn as a plain block of 80 bytes. */
const DETAILED_PLACEMENTS_MAX = 1_000;

const floorTones: Readonly<Record<string, string>> = {
  'floor-oak': oak.light,
  'floor-stone': stone.light,
  'floor-check': mixed(paper.base, stone.light),
  grass: grass.base,
  'carpet-lagoon': carpetTones.lagoon.light,
  'carpet-plum': carpetTones.plum.light,
  path: sand.light,
  water: water.base,
};
const finishTones: Readonly<Record<string, string>> = {
  'wall-plaster': plaster.light,
  'wall-lagoon': wallTones.lagoon.light,
  'wall-moss': wallTones.moss.light,
  'wall-plum': wallTones.plum.light,
};

const tileRect = ({ x, y, width, height }: Region, fill: string): string => rect(x * TILE, y * TILE, width * TILE, height * TILE, fill);

/** Areas and runs as plain rectangles: their number, not the size of the map, decides how long this is. */
const flatGround = ({ width, height, ground }: GroundPlan): GroundArt => {
  const map = { x: 0, y: 0, width, height };
  const flat = (area: Region, fill: string | undefined): string => {
    const inside = overlap(area, map);
    return inside && fill !== undefined ? tileRect(inside, fill) : '';
  };
  const runs = ground.walls.map(({ finish, from, to }) => ({
    tone: finishTones[finish],
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    width: Math.abs(to[0] - from[0]) + 1,
    height: Math.abs(to[1] - from[1]) + 1,
  }));
  return {
    floors: ground.floors.map(({ floor, ...area }) => flat(area, floorTones[floor])).join(''),
    faces: runs.map(({ tone, x, y, width: wide, height: high }) => flat({ x, y: y + high, width: wide, height: 2 }, tone)).join(''),
    caps: runs.map(({ tone, ...run }) => (tone === undefined ? '' : flat(run, cap.base))).join(''),
  };
};

/** A placement as one plain rectangle on its footprint. */
const block = (placement: MapPlacement): string => {
  const piece = findPiece(placement.piece);
  if (!piece || piece.blocks.length === 0) return '';
  const { w, d } = footprint(piece, shownRotation(piece, placement.rotation));
  const { x, y } = originOf(placement);
  return rect(x, y, w, d, oak.base, 8);
};

/** The largest scale up to this one at which tiles are whole pixels, so that no seams show between them. */
const sharpScale = (most: number): number => (most * TILE < 1 ? most : Math.floor(most * TILE) / TILE);

/**
 * A whole place as a picture that fits in a box of CSS px (640 × 480 unless given), as large as it can be.
 * Large maps and very full ones are simplified, so the markup stays below some 10 MB for any map.
 */
export const mapThumbnailSvg = (plan: MapPlan, box: { maxWidth?: number; maxHeight?: number } = {}): string => {
  const { maxWidth = THUMBNAIL_WIDTH, maxHeight = THUMBNAIL_HEIGHT } = box;
  const [width, height] = [plan.width * TILE, plan.height * TILE];
  const view = { x: 0, y: 0, width, height, scale: sharpScale(Math.min(maxWidth / width, maxHeight / height)) };
  const ground = plan.width * plan.height > DETAILED_TILES_MAX ? flatGround(plan) : groundArt(plan);
  const beyond = plan.placements.slice(DETAILED_PLACEMENTS_MAX).map(block).join('');
  const detailed = plan.placements.slice(0, DETAILED_PLACEMENTS_MAX);
  return svgDocument(view, sceneMarkup(detailed, { ...ground, faces: ground.faces + beyond }, { view }));
};
