import type { Actor } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { announceEnded, deleteMemberships } from '../members/end-memberships.ts';
import { loadRoom } from './load-room.ts';

/** Gives up the actor's membership and ends their listening; leaving again changes nothing. Throws `not_found`. */
export async function leaveRoom(chat: Pick<Chat, 'db' | 'broadcaster'>, actor: Actor, roomId: string): Promise<void> {
  const { own } = await loadRoom(chat.db.prisma, actor, roomId);
  const ended = [{ roomId, userId: actor.userId }];
  if (own) await chat.db.transaction((tx) => deleteMemberships(tx, ended));

  if (own) await announceEnded(chat, ended);
  else await chat.broadcaster.evict({ userId: actor.userId, roomIds: [roomId] });
}
