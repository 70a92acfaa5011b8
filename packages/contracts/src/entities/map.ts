import { z } from 'zod';
import { Id, Tile } from '../primitives.ts';

const Cell = z.tuple([z.int(), z.int()]);
export const Rotation = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
/** Quarter turns clockwise. */
export type Rotation = z.infer<typeof Rotation>;

/** What a space stands on. Later floors cover earlier ones; a wall is a straight run of cells. */
export const Ground = z
  .object({
    floors: z.array(z.object({ floor: z.string(), x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })),
    walls: z.array(z.object({ finish: z.string(), from: Cell, to: Cell })),
    /** Wall cells that are open. */
    doorways: z.array(Cell),
    /** Where people arrive, in turn. */
    spawns: z.array(Tile),
  })
  .meta({ id: 'Ground' });
export type Ground = z.infer<typeof Ground>;

/** One element of a map template. `dx` and `dy` are its fine position in art units, 64 to a tile. */
export const MapPlacement = z.object({
  piece: z.string(),
  x: z.int(),
  y: z.int(),
  rotation: Rotation,
  layer: z.int(),
  dx: z.int(),
  dy: z.int(),
});
export type MapPlacement = z.infer<typeof MapPlacement>;

/** A template that spaces are made from. */
export const SpaceMap = z
  .object({ id: Id, name: z.string(), width: z.int(), height: z.int(), thumbnailUrl: z.string().nullable() })
  .meta({ id: 'Map' });
export type SpaceMap = z.infer<typeof SpaceMap>;
