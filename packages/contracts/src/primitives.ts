import { z } from 'zod';

/** Any RFC 9562 UUID; those made by the server are version 7. Read in lower case, so that one thing has one name everywhere. */
export const Id = z.uuid().toLowerCase();
export const Timestamp = z.iso.datetime();

/** Neither PostgreSQL nor JSON can keep NUL or a lone surrogate. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Text kept as written, possibly empty. zod's own `max` counts code points, JSON Schema's `maxLength` as well; ours are UTF-16 units. */
export const freeText = (max: number) =>
  z
    .string()
    .max(max, { abort: true })
    .refine((text) => text.length <= max, `must be at most ${max} UTF-16 units long`)
    .refine(isStorable, 'must not hold NUL or lone surrogates');

/** Anything but spaces, controls, and characters that are drawn as nothing at all (a zero-width space, a blank Braille cell). */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Text kept as written that says something. */
export const readableText = (max: number) => freeText(max).refine((text) => VISIBLE.test(text), 'must not be blank');

/** Whole tiles from the upper left corner. */
export const Tile = z.object({ x: z.int().nonnegative(), y: z.int().nonnegative() });
export type Tile = z.infer<typeof Tile>;

/** A whole number in a query, written in digits and nothing else: what Number() makes of blanks, `0x10` or `1e3` was not meant as one. */
export const queryInteger = <T extends z.ZodType>(number: T) =>
  z.preprocess((written) => (typeof written === 'string' && /^-?\d+$/.test(written) ? Number(written) : written), number);
