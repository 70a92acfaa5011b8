import { Id, type Page, type PageQuery } from '@metaverse/contracts';
import { invalidPayload } from '@metaverse/service-kit';

/** The id that the page begins after, or undefined for the first page. Throws `invalid_payload` for a cursor that no list gave. */
export function cursorId({ cursor }: PageQuery): string | undefined {
  if (cursor === undefined) return undefined;
  const id = Id.safeParse(cursor);
  if (!id.success) throw invalidPayload('cursor', 'was not given by this list');
  return id.data;
}

/** Rows to read for a page: one more than it shows tells whether another follows. */
export const rowsFor = ({ limit }: PageQuery): number => limit + 1;

/** The page out of `rowsFor` rows; `idOf` gives what the rows are ordered by. */
export function pageOfRows<T>(rows: readonly T[], { limit }: PageQuery, idOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? idOf(last) : null };
}
