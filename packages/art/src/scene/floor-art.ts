/** Floor areas as markup: tiles with their borders. */
import { findPiece, pieceById } from '../catalogue.ts';
import { oak, stone } from '../palette.ts';
import type { Rotation } from '../piece.ts';
import { TILE, rect, shift, turn } from '../shapes.ts';
import type { GroundPlan } from './map.ts';
import { eachTile, grown, overlap } from './region.ts';
import type { Region } from './region.ts';
import { variantOf } from './variants.ts';

/** The floor of a tile; beyond the edge of the map, that of the nearest tile, so that no border runs along the edge. */
type FloorAt = (x: number, y: number) => string | undefined;

/** Surfaces whose border shows only against certain neighbours; others border on everything else. */
const bordersOnlyOn: Readonly<Record<string, string>> = { path: 'grass', water: 'grass' };
const indoors: ReadonlySet<string> = new Set(['floor-oak', 'floor-stone', 'floor-check']);
const isBordered = (floor: string): boolean => /^(carpet|path|water)/.test(floor);
const rotations: readonly Rotation[] = [0, 1, 2, 3];

/** Floors of a region and of the tiles around it; later areas cover earlier ones. */
const floorsOf = ({ width, height, ground }: GroundPlan, region: Region): FloorAt => {
  const known = grown(region, 1);
  const grid = new Map<number, string>();
  const indexOf = (x: number, y: number): number => (y - known.y) * known.width + x - known.x;
  for (const { floor, ...area } of ground.floors) {
    const inside = overlap(area, known);
    if (inside) eachTile(inside, (x, y) => grid.set(indexOf(x, y), floor));
  }
  return (x, y) => grid.get(indexOf(Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)));
};

/** A strip of oak where two plain floors meet. */
const threshold = (floorAt: FloorAt, x: number, y: number): string => {
  const own = floorAt(x, y);
  const meets = (other: string | undefined): boolean =>
    own !== undefined && other !== undefined && other !== own && indoors.has(other) && indoors.has(own);
  return (
    (meets(floorAt(x, y - 1)) ? rect(0, -2.5, TILE, 5, oak.shade) + rect(0, -2.5, TILE, 1.6, oak.pale) : '') +
    (meets(floorAt(x - 1, y)) ? rect(-2.5, 0, 5, TILE, oak.shade) + rect(-2.5, 0, 1.6, TILE, oak.pale) : '')
  );
};

/** The rim of a stone terrace against grass. */
const kerb = (floorAt: FloorAt, x: number, y: number): string => {
  const side = rect(0, 0, TILE, 7, stone.shade) + rect(0, 0, TILE, 5, stone.pale);
  const neighbours = [floorAt(x, y - 1), floorAt(x + 1, y), floorAt(x, y + 1), floorAt(x - 1, y)];
  return neighbours.map((floor, k) => (floor === 'grass' ? turn(k * 90, TILE / 2, TILE / 2, side) : '')).join('');
};

/** Edges and corners of a bordered surface, by what lies around the tile. */
const border = (floorAt: FloorAt, x: number, y: number): string => {
  const own = floorAt(x, y);
  if (own === undefined) return '';
  const differs = (dx: number, dy: number): boolean => {
    const other = floorAt(x + dx, y + dy);
    return other !== own && (bordersOnlyOn[own] === undefined || other === bordersOnlyOn[own]);
  };
  // Sides and diagonals in the order of the rotations: north, east, south, west.
  const sides = [differs(0, -1), differs(1, 0), differs(0, 1), differs(-1, 0)];
  const diagonals = [differs(-1, -1), differs(1, -1), differs(1, 1), differs(-1, 1)];
  const before = (rotation: number): boolean => sides[(rotation + 3) % 4] === true;
  const overlays = (suffix: string, isOn: (rotation: Rotation) => boolean): string =>
    rotations.map((rotation) => (isOn(rotation) ? pieceById(`${own}-${suffix}`).svg(rotation) : '')).join('');
  return (
    overlays('edge', (k) => sides[k] === true) +
    overlays('inner', (k) => diagonals[k] === true && !sides[k] && !before(k)) +
    overlays('corner', (k) => sides[k] === true && before(k))
  );
};

const tileArt = (floorAt: FloorAt, x: number, y: number): string => {
  const id = floorAt(x, y);
  const fill = id === undefined ? undefined : findPiece(id);
  if (id === undefined || !fill) return '';
  const base = fill.svg(0, variantOf(fill, x, y));
  if (isBordered(id)) return base + border(floorAt, x, y);
  return base + threshold(floorAt, x, y) + (id === 'floor-stone' ? kerb(floorAt, x, y) : '');
};

/** The tiles of a region, and those next to it whose strips reach into it. Floors that nobody draws are left out. */
export const floorArt = (plan: GroundPlan, region: Region): string => {
  const shown = overlap(grown(region, 1), { x: 0, y: 0, width: plan.width, height: plan.height });
  if (!shown) return '';
  const floorAt = floorsOf(plan, shown);
  let art = '';
  eachTile(shown, (x, y) => {
    const tile = tileArt(floorAt, x, y);
    if (tile !== '') art += shift(x * TILE, y * TILE, tile);
  });
  return art;
};
