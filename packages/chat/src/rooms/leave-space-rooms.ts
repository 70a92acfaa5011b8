import type { Tx } from '@metaverse/db';
import type { Chat } from '../chat.ts';
import { deleteMemberships, type EndedMembership } from '../members/end-memberships.ts';

/**
 * Ends a person's memberships of a space's rooms, in the transaction that ends the membership of the space. What it gives
 * back goes to `announceEnded` after the commit.
 */
export async function leaveSpaceRooms(tx: Tx, input: { spaceId: string; userId: string }): Promise<EndedMembership[]> {
  const ended = await tx.chatroomMember.findMany({
    where: { userId: input.userId, room: { spaceId: input.spaceId } },
    select: { roomId: true, userId: true },
  });
  if (ended.length > 0) await deleteMemberships(tx, ended);
  return ended;
}

/**
 * Ends a person's listening in all rooms of a space where no membership is left to end, as when an earlier try was not
 * confirmed. Throws `unavailable` when an instance did not confirm.
 */
export async function evictFromSpace(
  { db, broadcaster }: Pick<Chat, 'db' | 'broadcaster'>,
  { spaceId, userId }: { spaceId: string; userId: string },
): Promise<void> {
  const rooms = await db.prisma.chatroom.findMany({ where: { spaceId }, select: { id: true } });
  await broadcaster.evict({ userId, roomIds: rooms.map(({ id }) => id) });
}

/**
 * Ends the memberships of who is in a space's rooms but not in the space, in the transaction that makes the space
 * private. What it gives back goes to `announceEnded` after the commit.
 */
export async function removeStrangers(tx: Tx, spaceId: string): Promise<EndedMembership[]> {
  const ended = await tx.chatroomMember.findMany({
    where: { room: { spaceId }, user: { memberships: { none: { spaceId } } } },
    select: { roomId: true, userId: true },
  });
  if (ended.length > 0) await deleteMemberships(tx, ended);
  return ended;
}
