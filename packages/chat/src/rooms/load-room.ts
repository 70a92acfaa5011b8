import type { Prisma, Tx } from '@metaverse/db';
import { type Actor, notFound } from '@metaverse/service-kit';
import { canSeeRoom, type RoomStanding } from './rooms.policy.ts';

export type RoomOfActor = {
  room: Prisma.ChatroomModel;
  own: Prisma.ChatroomMemberModel | null;
  standing: RoomStanding;
};

type Seeker = Pick<Actor, 'userId' | 'role'>;

/** A room with where the actor stands towards it. Throws `not_found` for what is not there or not to be seen. */
export async function loadRoom(db: Tx, actor: Seeker, roomId: string): Promise<RoomOfActor> {
  const mine = { where: { userId: actor.userId } };
  const found = await db.chatroom.findUnique({
    where: { id: roomId },
    include: { members: mine, space: { select: { visibility: true, members: mine } } },
  });
  if (!found) throw notFound('room');

  const { members, space, ...room } = found;
  const own = members[0] ?? null;
  const standing: RoomStanding = {
    role: actor.role,
    visibility: room.visibility,
    roomRole: own?.role ?? null,
    space: space && { visibility: space.visibility, spaceRole: space.members[0]?.role ?? null },
  };
  if (!canSeeRoom(standing)) throw notFound('room');
  return { room, own, standing };
}
