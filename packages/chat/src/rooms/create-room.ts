import type { Chatroom, ChatroomDraft } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { type Actor, forbidden, socketRooms } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import { loadSpaceStanding } from './load-space.ts';
import { canCreateRoom } from './rooms.policy.ts';
import { presentRoom } from './rooms.presenter.ts';

/** Makes a room in a space; its maker is its owner. Who may see it hears of it. Throws `not_found`, `forbidden`. */
export async function createRoom(
  { db, broadcaster }: Pick<Chat, 'db' | 'broadcaster'>,
  actor: Actor,
  input: { spaceId: string; draft: ChatroomDraft },
): Promise<Chatroom> {
  const { spaceId, draft } = input;
  const space = await loadSpaceStanding(db.prisma, actor, spaceId);
  if (!canCreateRoom(space)) throw forbidden('Only members of the space can make rooms in it.');

  const owner = { userId: actor.userId, role: 'owner' } as const;
  const room = await db.prisma.chatroom.create({
    data: {
      id: newId(),
      spaceId,
      name: draft.name,
      topic: draft.topic ?? '',
      visibility: draft.visibility,
      createdBy: actor.userId,
      members: { create: owner },
    },
  });

  const audience = room.visibility === 'public' ? socketRooms.space(spaceId) : socketRooms.user(actor.userId);
  broadcaster.tell({ to: [audience], event: 'room-created', payload: { room: presentRoom(room, null) } });
  return presentRoom(room, { role: owner.role, readSeq: 0 });
}
