import type { Tx } from '@metaverse/db';
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
