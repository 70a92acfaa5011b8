import type { ChosenPresence } from '@metaverse/contracts';
import type { Chat } from '../chat.ts';

/** Whether others see a connected person as online: who chose to be invisible is not. */
export const isShownOnline = (chosen: ChosenPresence, isConnected: boolean): boolean => isConnected && chosen !== 'invisible';

/** Notes that somebody came or went now. @returns what they chose to be, and that time. */
export async function noteSeen({ db }: Pick<Chat, 'db'>, userId: string): Promise<{ chosen: ChosenPresence; lastSeenAt: string }> {
  const now = new Date();
  const { presence } = await db.prisma.user.update({ where: { id: userId }, data: { lastSeenAt: now }, select: { presence: true } });
  return { chosen: presence, lastSeenAt: now.toISOString() };
}

/** So many rooms and spaces of a person hear that they come and go; the newest ones, when there are more. */
const ACQUAINTANCES_MAX = 500;

/** The rooms and spaces that somebody is a member of: who listens there knows them. */
export async function findAcquaintances({ db }: Pick<Chat, 'db'>, userId: string): Promise<{ roomIds: string[]; spaceIds: string[] }> {
  const newest = { where: { userId }, take: ACQUAINTANCES_MAX } as const;
  const [rooms, spaces] = await Promise.all([
    db.prisma.chatroomMember.findMany({ ...newest, select: { roomId: true }, orderBy: { roomId: 'desc' } }),
    db.prisma.spaceMember.findMany({ ...newest, select: { spaceId: true }, orderBy: { spaceId: 'desc' } }),
  ]);
  return { roomIds: rooms.map(({ roomId }) => roomId), spaceIds: spaces.map(({ spaceId }) => spaceId) };
}
