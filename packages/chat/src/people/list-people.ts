import type { UserSummary } from '@metaverse/contracts';
import type { Chat } from '../chat.ts';
import { presentUserSummary, summarySelect } from './user-summary.ts';

/** Who these people are; those who are gone are left out. */
export async function listPeople({ db }: Pick<Chat, 'db'>, ids: readonly string[]): Promise<UserSummary[]> {
  const people = await db.prisma.user.findMany({ where: { id: { in: [...ids] } }, select: summarySelect, orderBy: { id: 'asc' } });
  return people.map(presentUserSummary);
}
