import type { Avatar, Element, Page, PageQuery, SpaceMap } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';
import { cursorId, pageOfRows, rowsFor } from '../../page.ts';
import { presentAvatar, presentElement, presentMap } from './catalogue.presenter.ts';

// The catalogue in the order in which it was brought in: identifiers made later sort later.
const window = (page: PageQuery) => {
  const after = cursorId(page);
  return { where: after === undefined ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: rowsFor(page) } as const;
};

const presented = <Row extends { id: string }, T>(rows: readonly Row[], page: PageQuery, present: (row: Row) => T): Page<T> => {
  const { items, nextCursor } = pageOfRows(rows, page, (row) => row.id);
  return { items: items.map(present), nextCursor };
};

export const listElements = async (db: Tx, page: PageQuery): Promise<Page<Element>> =>
  presented(await db.element.findMany(window(page)), page, presentElement);

export const listAvatars = async (db: Tx, page: PageQuery): Promise<Page<Avatar>> =>
  presented(await db.avatar.findMany(window(page)), page, presentAvatar);

export const listMaps = async (db: Tx, page: PageQuery, thumbnailUrl: (mapId: string) => string): Promise<Page<SpaceMap>> =>
  presented(await db.map.findMany(window(page)), page, (map) => presentMap(map, thumbnailUrl(map.id)));
