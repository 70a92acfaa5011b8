import { summarySelect } from '@metaverse/chat';
import type { Page, PageQuery, SpaceMember } from '@metaverse/contracts';
import { type Actor, places } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';
import { cursorId, pageOfRows, rowsFor } from '../../page.ts';
import { loadSpace } from './load-space.ts';
import { presentSpaceMember } from './spaces.presenter.ts';

/** Members of a space that the actor sees, those who signed up first coming first. Throws `not_found`. */
export async function listSpaceMembers(
  { db, presence }: Pick<HttpDeps, 'db' | 'presence'>,
  actor: Actor,
  input: { spaceId: string; page: PageQuery },
): Promise<Page<SpaceMember>> {
  const { space } = await loadSpace(db.prisma, actor, input.spaceId);
  const after = cursorId(input.page);

  const rows = await db.prisma.spaceMember.findMany({
    where: { spaceId: space.id, ...(after === undefined ? {} : { userId: { gt: after } }) },
    select: { userId: true, role: true, joinedAt: true, user: { select: { ...summarySelect, presence: true } } },
    orderBy: { userId: 'asc' },
    take: rowsFor(input.page),
  });
  const online = new Set(await presence.list(places.online));

  const { items, nextCursor } = pageOfRows(rows, input.page, (member) => member.userId);
  return { items: items.map((member) => presentSpaceMember(member, online)), nextCursor };
}
