import { presentAvatar } from '@metaverse/chat';
import type { Me } from '@metaverse/contracts';
import { Settings } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';

export const meInclude = { avatar: true } satisfies Prisma.UserInclude;
export type MeRow = Prisma.UserGetPayload<{ include: typeof meInclude }>;

/** The signed-in person's own record, with what nobody else sees: address, settings, the presence they chose. */
export const presentMe = (user: MeRow): Me => ({
  id: user.id,
  username: user.username,
  displayName: user.displayName,
  role: user.role,
  avatarId: user.avatarId,
  avatar: presentAvatar({ own: user.look, avatar: user.avatar }),
  presence: user.presence,
  statusText: user.statusText,
  lastSeenAt: user.lastSeenAt.toISOString(),
  createdAt: user.createdAt.toISOString(),
  email: user.email,
  settings: Settings.parse(user.settings),
});
