import type { ChatroomMember, ChatroomMemberDraft } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';
import { type Actor, forbidden, notFound, places, socketRooms } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { loadRoom, type RoomOfActor } from '../rooms/load-room.ts';
import { canManageMembers } from '../rooms/rooms.policy.ts';
import { memberSelect } from './list-members.ts';
import { presentMember } from './members.presenter.ts';

/**
 * Takes somebody into a room; who is a member already stays what they are.
 * Throws `not_found` for room and person, `forbidden` when the actor may not, or the person may not see the room's space.
 */
export async function addMember(
  { db, presence, broadcaster }: Pick<Chat, 'db' | 'presence' | 'broadcaster'>,
  actor: Actor,
  input: { roomId: string; draft: ChatroomMemberDraft },
): Promise<ChatroomMember> {
  const { roomId, draft } = input;
  const found = await loadRoom(db.prisma, actor, roomId);
  if (!canManageMembers(found.standing)) throw forbidden('Only the room’s owner and admins can take people in.');
  if (draft.role === 'admin' && found.standing.roomRole === 'admin') throw forbidden('Only the room’s owner can make admins.');
  await checkCandidate(db.prisma, found, draft.userId);

  const membership = { roomId, userId: draft.userId, role: draft.role ?? 'member', readSeq: found.room.lastSeq };
  const { count } = await db.prisma.chatroomMember.createMany({ data: [membership], skipDuplicates: true });
  const member = await db.prisma.chatroomMember.findUniqueOrThrow({
    where: { roomId_userId: { roomId, userId: draft.userId } },
    select: memberSelect,
  });

  if (count > 0) {
    const to = [socketRooms.room(roomId), socketRooms.user(draft.userId)];
    broadcaster.tell({ to, event: 'member-added', payload: { roomId, userId: draft.userId } });
  }
  return presentMember(member, new Set(await presence.list(places.online)));
}

async function checkCandidate(db: Tx, { room, standing }: RoomOfActor, userId: string): Promise<void> {
  if (!(await db.user.findUnique({ where: { id: userId }, select: { id: true } }))) throw notFound('person');
  if (room.spaceId === null || standing.space?.visibility !== 'private') return;
  const inSpace = await db.spaceMember.findUnique({ where: { spaceId_userId: { spaceId: room.spaceId, userId } } });
  if (!inSpace) throw forbidden('This person is not a member of the space.');
}
