import { z } from 'zod';
import { queryInteger } from './primitives.ts';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from './sizes.ts';

/** How many things of a list come at once. */
export const PageLimit = queryInteger(z.int().min(1).max(PAGE_LIMIT_MAX).default(PAGE_LIMIT_DEFAULT));

/** Query of every list: how many, and where the last page ended. */
export const PageQuery = z.object({
  limit: PageLimit,
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of a list; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export type Page<T> = { items: T[]; nextCursor: string | null };
