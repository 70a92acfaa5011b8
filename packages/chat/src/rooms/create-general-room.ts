import { newId, type Tx } from '@metaverse/db';

/** The public room that every new space begins with; its maker is a member and its owner. @returns the room's id. */
export async function createGeneralRoom(tx: Tx, input: { spaceId: string; ownerId: string }): Promise<string> {
  const { id } = await tx.chatroom.create({
    data: {
      id: newId(),
      spaceId: input.spaceId,
      name: 'general',
      kind: 'general',
      createdBy: input.ownerId,
      members: { create: { userId: input.ownerId, role: 'owner' } },
    },
  });
  return id;
}
