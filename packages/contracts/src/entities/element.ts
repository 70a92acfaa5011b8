import { z } from 'zod';
import { Id, readableText } from '../primitives.ts';
import { NAME_MAX } from '../sizes.ts';
import { ImageUrl } from './avatar.ts';

/** The largest side of an element, in tiles: a stage or a lawn, not a whole map. */
export const ELEMENT_SIDE_MAX = 32;
const Side = z.int().min(1).max(ELEMENT_SIDE_MAX);

/** A kind of object. `piece` names the drawing of `@metaverse/art` that shows it; without one `imageUrl` is what is seen. */
export const Element = z
  .object({
    id: Id,
    name: readableText(NAME_MAX),
    imageUrl: z.string(),
    /** Footprint in tiles at rotation 0. */
    width: Side,
    height: Side,
    /** Blocks movement. */
    static: z.boolean(),
    piece: z.string().nullable(),
    /** Footprint tiles `[column, row]` that cannot be walked on, at rotation 0. */
    blocks: z.array(z.tuple([z.int(), z.int()])),
  })
  .meta({ id: 'Element' });
export type Element = z.infer<typeof Element>;

/** What an admin sends; a static element blocks its whole footprint. */
export const ElementDraft = z.object({
  name: readableText(NAME_MAX),
  imageUrl: ImageUrl,
  width: Side,
  height: Side,
  static: z.boolean(),
});
export type ElementDraft = z.infer<typeof ElementDraft>;
