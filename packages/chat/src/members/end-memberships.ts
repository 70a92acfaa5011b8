import type { Tx } from '@metaverse/db';
import { socketRooms } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';

export type EndedMembership = { roomId: string; userId: string };

/**
 * Takes memberships away. The rooms are locked first, in the order of their ids, so that a message of somebody who is
 * being removed is stored before the removal or not at all.
 */
export async function deleteMemberships(tx: Tx, ended: readonly EndedMembership[]): Promise<void> {
  const roomIds = [...new Set(ended.map(({ roomId }) => roomId))];
  await tx.$queryRaw`SELECT id FROM chatrooms WHERE id = ANY(${roomIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  for (const { roomId, userId } of ended) await tx.chatroomMember.deleteMany({ where: { roomId, userId } });
}

/**
 * After the commit: ends the listening everywhere, then tells who is left and the person themselves.
 * Once it resolves nothing of the rooms is sent to them any more. Throws `unavailable` when an instance did not confirm.
 */
export async function announceEnded({ broadcaster }: Pick<Chat, 'broadcaster'>, ended: readonly EndedMembership[]): Promise<void> {
  const roomsByUser = Map.groupBy(ended, ({ userId }) => userId);
  for (const [userId, memberships] of roomsByUser) {
    await broadcaster.evict({ userId, roomIds: memberships.map(({ roomId }) => roomId) });
  }
  for (const payload of ended) {
    broadcaster.tell({ to: [socketRooms.room(payload.roomId), socketRooms.user(payload.userId)], event: 'member-removed', payload });
  }
}
