import type { Chat } from '../chat.ts';

/** The `seq` of the last message of each of the rooms that are still there. */
export async function lastSeqs({ db }: Pick<Chat, 'db'>, roomIds: readonly string[]): Promise<Map<string, number>> {
  if (roomIds.length === 0) return new Map();
  const rooms = await db.prisma.chatroom.findMany({ where: { id: { in: [...roomIds] } }, select: { id: true, lastSeq: true } });
  return new Map(rooms.map(({ id, lastSeq }) => [id, lastSeq]));
}
