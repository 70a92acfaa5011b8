import type { Chatroom } from '@metaverse/contracts';
import { type Actor, socketRooms } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { loadRoom } from './load-room.ts';
import { presentRoom } from './rooms.presenter.ts';

/**
 * Makes the actor a member of a room that they see; joining again changes nothing. A public room of a public space asks
 * for no membership of the space, because entering such a space asks for none either. Throws `not_found`.
 */
export async function joinRoom({ db, broadcaster }: Pick<Chat, 'db' | 'broadcaster'>, actor: Actor, roomId: string): Promise<Chatroom> {
  const { room, own } = await loadRoom(db.prisma, actor, roomId);
  if (own) return presentRoom(room, own);

  // What was said before one came is not unread.
  const membership = { roomId, userId: actor.userId, role: 'member' as const, readSeq: room.lastSeq };
  const { count } = await db.prisma.chatroomMember.createMany({ data: [membership], skipDuplicates: true });

  if (count > 0) {
    broadcaster.tell({
      to: [socketRooms.room(roomId), socketRooms.user(actor.userId)],
      event: 'member-added',
      payload: { roomId, userId: actor.userId },
    });
  }
  return presentRoom(room, membership);
}
