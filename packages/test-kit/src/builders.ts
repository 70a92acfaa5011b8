import type { Ground } from '@metaverse/contracts';
import { newId, type Prisma, type Tx } from '@metaverse/db';

// Rows with everything that a test does not care about filled in. Each takes what the test does care about.

/** Ten characters that no other row has: the random end of a UUID v7. */
const unique = (): string => newId().slice(-10);

/** A person who cannot log in: no password has this hash. */
export const makeUser = async (db: Tx, fields: Partial<Prisma.UserUncheckedCreateInput> = {}): Promise<Prisma.UserModel> => {
  const username = fields.username ?? `user-${unique()}`;
  const data = { id: newId(), username, usernameKey: username.toLowerCase(), displayName: username, passwordHash: '!', ...fields };
  return db.user.create({ data });
};

const emptyGround: Ground = { floors: [], walls: [], doorways: [], spawns: [{ x: 1, y: 1 }] };

/** A space of 20 × 20 tiles without walls, its owner a member, with the public room `general`; without `ownerId` its owner is new too. */
export const makeSpace = async (db: Tx, fields: Partial<Prisma.SpaceUncheckedCreateInput> = {}): Promise<Prisma.SpaceModel> => {
  const ownerId = fields.ownerId ?? (await makeUser(db)).id;
  const data = { id: newId(), name: `Space ${unique()}`, width: 20, height: 20, ground: emptyGround, ...fields, ownerId };
  const space = await db.space.create({ data });
  await db.spaceMember.create({ data: { spaceId: space.id, userId: ownerId, role: 'owner' } });
  await makeChatroom(db, { spaceId: space.id, name: 'general', kind: 'general', createdBy: ownerId });
  return space;
};

/** A public room, its maker a member and owner; without `createdBy` the maker is new too. */
export const makeChatroom = async (db: Tx, fields: Partial<Prisma.ChatroomUncheckedCreateInput> = {}): Promise<Prisma.ChatroomModel> => {
  const createdBy = fields.createdBy ?? (await makeUser(db)).id;
  const room = await db.chatroom.create({ data: { id: newId(), name: `room-${unique()}`, ...fields, createdBy } });
  await db.chatroomMember.create({ data: { roomId: room.id, userId: createdBy, role: 'owner' } });
  return room;
};
