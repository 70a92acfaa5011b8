import { type Actor, forbidden } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { leaveRoom } from '../rooms/leave-room.ts';
import { loadRoom } from '../rooms/load-room.ts';
import { canManageMembers, canRemove } from '../rooms/rooms.policy.ts';
import { announceEnded, deleteMemberships } from './end-memberships.ts';

/**
 * Takes somebody out of a room. Once it resolves nothing of the room is sent to them any more, on any instance; when it
 * throws `unavailable` the membership is gone already and the same call again confirms the rest. Removing oneself is
 * leaving. Throws `not_found` for the room, `forbidden`.
 */
export async function removeMember(
  chat: Pick<Chat, 'db' | 'broadcaster'>,
  actor: Actor,
  input: { roomId: string; userId: string },
): Promise<void> {
  const { roomId, userId } = input;
  if (userId === actor.userId) return leaveRoom(chat, actor, roomId);

  const { standing } = await loadRoom(chat.db.prisma, actor, roomId);
  if (!canManageMembers(standing)) throw forbidden('Only the room’s owner and admins can take people out.');
  const target = await chat.db.prisma.chatroomMember.findUnique({ where: { roomId_userId: { roomId, userId } } });
  if (target && !canRemove(standing, target.role)) throw forbidden('This person’s role in the room is not below yours.');

  if (target) await chat.db.transaction((tx) => deleteMemberships(tx, [{ roomId, userId }]));
  if (target) await announceEnded(chat, [{ roomId, userId }]);
  else await chat.broadcaster.evict({ userId, roomIds: [roomId] });
}
