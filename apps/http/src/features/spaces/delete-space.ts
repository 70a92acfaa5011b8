import { announceRoomsDeleted } from '@metaverse/chat';
import { type Actor, forbidden } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';
import { loadSpace } from './load-space.ts';
import { canDelete } from './spaces.policy.ts';
import { closeWorld } from './tell-world.ts';

/** Deletes a space with its rooms and their messages, and puts out who is inside. Throws `not_found`, `forbidden`. */
export async function deleteSpace(
  { db, chat, sockets }: Pick<HttpDeps, 'db' | 'chat' | 'sockets'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const { space, standing } = await loadSpace(db.prisma, actor, id);
  if (!canDelete(standing)) throw forbidden('Only the owner can delete the space.');

  const rooms = await db.transaction(async (tx) => {
    const inside = await tx.chatroom.findMany({ where: { spaceId: space.id }, select: { id: true } });
    await tx.space.delete({ where: { id: space.id } });
    return inside;
  });

  announceRoomsDeleted(chat, { spaceId: space.id, roomIds: rooms.map((room) => room.id) });
  closeWorld(sockets, space.id);
}
