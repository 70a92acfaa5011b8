/** The catalogue: every piece by id. */
import type { Element } from '@metaverse/contracts';
import type { Piece } from './piece.ts';
import { animals } from './pieces/animals.ts';
import { chairs } from './pieces/chairs.ts';
import { desks } from './pieces/desks.ts';
import { floors } from './pieces/floors.ts';
import { garden } from './pieces/garden.ts';
import { glassWalls } from './pieces/glass.ts';
import { kitchen } from './pieces/kitchen.ts';
import { lamps } from './pieces/lamps.ts';
import { openings } from './pieces/openings.ts';
import { places } from './pieces/places.ts';
import { plants } from './pieces/plants.ts';
import { rugs } from './pieces/rugs.ts';
import { screens } from './pieces/screens.ts';
import { seating } from './pieces/seating.ts';
import { storage } from './pieces/storage.ts';
import { surfaces } from './pieces/surfaces.ts';
import { tables } from './pieces/tables.ts';
import { trees } from './pieces/trees.ts';
import { wallDecor } from './pieces/wall-decor.ts';
import { walls } from './pieces/walls.ts';

/** What the ground is made of: areas and runs of a `Ground` name these. */
const groundPieces: readonly Piece[] = [...floors, ...surfaces, ...walls];

/** What is put on the ground: elements and placements name these. */
export const placeablePieces: readonly Piece[] = [
  ...openings,
  ...wallDecor,
  ...glassWalls,
  ...desks,
  ...chairs,
  ...tables,
  ...seating,
  ...storage,
  ...plants,
  ...screens,
  ...kitchen,
  ...lamps,
  ...trees,
  ...garden,
  ...animals,
  ...places,
  ...rugs,
];

export const pieces: readonly Piece[] = [...groundPieces, ...placeablePieces];

const byId: ReadonlyMap<string, Piece> = new Map(pieces.map((each) => [each.id, each]));

/** The piece with this id, or undefined: maps that people made may name what nobody draws. */
export const findPiece = (id: string): Piece | undefined => byId.get(id);

/** The piece with this id; throws when there is none, so only for ids that the code itself writes. */
export const pieceById = (id: string): Piece => {
  const found = byId.get(id);
  if (!found) throw new Error(`no piece is called ${id}`);
  return found;
};

/** Ids that `Ground.floors` may name. Borders of surfaces are drawn by themselves, so they are not among them. */
export const floorIds: readonly string[] = [
  ...floors.map(({ id }) => id),
  ...surfaces.map(({ id }) => id).filter((id) => !/-(edge|corner|inner)$/.test(id)),
];

/** Ids that `Ground.walls` may name as finish. */
export const wallFinishes: readonly string[] = walls.map(({ id }) => id).filter((id) => id.startsWith('wall-'));

/** A placeable piece as the catalogue of elements holds it; sizes in tiles at rotation 0. */
export type ElementEntry = Pick<Element, 'name' | 'width' | 'height' | 'static' | 'blocks'> & { piece: string };

/** Every placeable piece as an element. An element is static when it blocks at least one tile. */
export const elementCatalogue = (): ElementEntry[] =>
  placeablePieces.map(({ id, name, tilesWide, tilesHigh, blocks }) => ({
    piece: id,
    name,
    width: tilesWide,
    height: tilesHigh,
    static: blocks.length > 0,
    blocks: blocks.map(([column, row]) => [column, row]),
  }));
