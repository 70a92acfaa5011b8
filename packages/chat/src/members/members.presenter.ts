import type { ChatroomMember } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';
import { isShownOnline } from '../people/presence.ts';
import { presentUserSummary, type SummaryRow } from '../people/user-summary.ts';

export type MemberRow = Pick<Prisma.ChatroomMemberModel, 'userId' | 'role' | 'joinedAt'> & {
  user: SummaryRow & { presence: Prisma.UserModel['presence'] };
};

/** A member as the others see them. */
export const presentMember = (member: MemberRow, online: ReadonlySet<string>): ChatroomMember => ({
  userId: member.userId,
  role: member.role,
  joinedAt: member.joinedAt.toISOString(),
  user: presentUserSummary(member.user),
  isOnline: isShownOnline(member.user.presence, online.has(member.userId)),
});
