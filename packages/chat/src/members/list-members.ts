import { type ChatroomMember, Id, type Page, type PageQuery } from '@metaverse/contracts';
import { type Actor, invalidPayload, places } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { summarySelect } from '../people/user-summary.ts';
import { loadRoom } from '../rooms/load-room.ts';
import { presentMember } from './members.presenter.ts';

export const memberSelect = { userId: true, role: true, joinedAt: true, user: { select: { ...summarySelect, presence: true } } } as const;

/** Members of a room that the actor sees, those who signed up first coming first. Throws `not_found`. */
export async function listMembers(
  { db, presence }: Pick<Chat, 'db' | 'presence'>,
  actor: Actor,
  input: { roomId: string; page: PageQuery },
): Promise<Page<ChatroomMember>> {
  const { roomId, page } = input;
  if (page.cursor !== undefined && !Id.safeParse(page.cursor).success) throw invalidPayload('cursor', 'was not given by this list');
  await loadRoom(db.prisma, actor, roomId);

  const members = await db.prisma.chatroomMember.findMany({
    where: { roomId, ...(page.cursor === undefined ? {} : { userId: { gt: page.cursor } }) },
    select: memberSelect,
    orderBy: { userId: 'asc' },
    take: page.limit + 1,
  });
  const online = new Set(await presence.list(places.online));

  const shown = members.slice(0, page.limit);
  return {
    items: shown.map((member) => presentMember(member, online)),
    nextCursor: members.length > page.limit ? (shown.at(-1)?.userId ?? null) : null,
  };
}
