import { type Chatroom, Id, type Page, type PageQuery } from '@metaverse/contracts';
import { type Actor, invalidPayload } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { loadSpaceStanding } from './load-space.ts';
import { presentRoom } from './rooms.presenter.ts';

/** The public rooms of a space and the private ones that the actor is a member of, oldest first. Throws `not_found`. */
export async function listSpaceRooms(
  { db }: Pick<Chat, 'db'>,
  actor: Actor,
  input: { spaceId: string; page: PageQuery },
): Promise<Page<Chatroom>> {
  const { spaceId, page } = input;
  await loadSpaceStanding(db.prisma, actor, spaceId);

  const mine = { userId: actor.userId };
  const rooms = await db.prisma.chatroom.findMany({
    where: { spaceId, OR: [{ visibility: 'public' }, { members: { some: mine } }], ...after(page.cursor) },
    include: { members: { where: mine } },
    orderBy: { id: 'asc' },
    take: page.limit + 1,
  });

  const shown = rooms.slice(0, page.limit);
  return {
    items: shown.map(({ members, ...room }) => presentRoom(room, members[0] ?? null)),
    nextCursor: rooms.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The cursor is the last room's id; identifiers made later sort later. */
function after(cursor: string | undefined): { id?: { gt: string } } {
  if (cursor === undefined) return {};
  if (!Id.safeParse(cursor).success) throw invalidPayload('cursor', 'was not given by this list');
  return { id: { gt: cursor } };
}
