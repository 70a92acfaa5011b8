import type { Space } from '@metaverse/contracts';

export const sortOrders = ['inside', 'activity', 'name', 'newest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What each order is called: "Sorted by …". */
export const sortLabels: Readonly<Record<SortOrder, string>> = {
  inside: 'who is inside',
  activity: 'messages today',
  name: 'name',
  newest: 'newest first',
};

type Sorted = Pick<Space, 'id' | 'name' | 'onlineCount' | 'messagesToday' | 'createdAt'>;

const byName = (a: Sorted, b: Sorted): number => a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: 'base' });

const orders: Readonly<Record<SortOrder, (a: Sorted, b: Sorted) => number>> = {
  inside: (a, b) => b.onlineCount - a.onlineCount || b.messagesToday - a.messagesToday,
  activity: (a, b) => b.messagesToday - a.messagesToday || b.onlineCount - a.onlineCount,
  name: byName,
  newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
};

/** A sorted copy; equals stand by name, so that nothing jumps when a list is loaded anew. */
export const sortSpaces = <S extends Sorted>(spaces: readonly S[], order: SortOrder): S[] =>
  [...spaces].sort((a, b) => orders[order](a, b) || byName(a, b) || a.id.localeCompare(b.id));
