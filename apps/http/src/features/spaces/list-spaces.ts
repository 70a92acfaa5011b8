import type { Page, PageQuery, Space } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';
import type { Actor } from '@metaverse/service-kit';
import { cursorId, pageOfRows, rowsFor } from '../../page.ts';
import { type ViewDeps, viewSpaces } from './space-views.ts';

type Query = PageQuery & { query?: string | undefined; mine?: boolean | undefined };

/** Public spaces and one's own, the newest first; unlisted and private ones only for their members. */
export async function listSpaces(deps: ViewDeps, actor: Actor, query: Query): Promise<Page<Space>> {
  const isMember = { members: { some: { userId: actor.userId } } };
  const before = cursorId(query);
  const rows = await deps.db.prisma.space.findMany({
    where: {
      AND: [query.mine ? isMember : { OR: [{ visibility: 'public' }, isMember] }, matching(query.query)],
      ...(before === undefined ? {} : { id: { lt: before } }),
    },
    // Identifiers made later sort later.
    orderBy: { id: 'desc' },
    take: rowsFor(query),
  });

  const { items, nextCursor } = pageOfRows(rows, query, (space) => space.id);
  return { items: await viewSpaces(deps, actor, items), nextCursor };
}

function matching(query: string | undefined): Prisma.SpaceWhereInput {
  const words = (query ?? '').split(/\s+/).filter((word) => word !== '');
  return { AND: words.map((word) => ({ OR: [{ name: holding(word) }, { description: holding(word) }] })) };
}

/** In PostgreSQL's patterns % and _ stand for other text unless they are escaped. */
const holding = (word: string): Prisma.StringFilter => ({ contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' });
