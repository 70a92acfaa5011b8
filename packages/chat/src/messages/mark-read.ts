import { type Actor, forbidden } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { loadRoom } from '../rooms/load-room.ts';

/** Notes how far the actor has read a room: never back, never beyond its last message. Throws `not_found`, `forbidden`. */
export async function markRead({ db }: Pick<Chat, 'db'>, actor: Actor, input: { roomId: string; seq: number }): Promise<void> {
  const { own } = await loadRoom(db.prisma, actor, input.roomId);
  if (!own) throw forbidden('Join the room first.');
  await db.prisma.$executeRaw`
    UPDATE chatroom_members AS member SET read_seq = LEAST(${input.seq}::bigint, room.last_seq)
    FROM chatrooms AS room
    WHERE room.id = member.room_id AND member.room_id = ${input.roomId}::uuid AND member.user_id = ${actor.userId}::uuid
      AND member.read_seq < LEAST(${input.seq}::bigint, room.last_seq)`;
}
