import type { Chatroom, RoomRole } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';

/** One's own membership of a room, as far as one is shown it. */
export type OwnMembership = { role: RoomRole; readSeq: number };

/** A room as its caller sees it; `own` is null for who is no member, and in what is told to many at once. */
export const presentRoom = (room: Prisma.ChatroomModel, own: OwnMembership | null): Chatroom => ({
  id: room.id,
  spaceId: room.spaceId,
  name: room.name,
  topic: room.topic,
  kind: room.kind,
  visibility: room.visibility,
  lastSeq: room.lastSeq,
  createdBy: room.createdBy,
  myRole: own?.role ?? null,
  myReadSeq: own?.readSeq ?? null,
  createdAt: room.createdAt.toISOString(),
});
