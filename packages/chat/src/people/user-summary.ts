import type { AvatarView, Look, UserSummary } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';

/** What has to be read of a person to show who they are. */
export const summarySelect = {
  id: true,
  username: true,
  displayName: true,
  look: true,
  avatar: { select: { id: true, look: true, imageUrl: true } },
} satisfies Prisma.UserSelect;

export type SummaryRow = Prisma.UserGetPayload<{ select: typeof summarySelect }>;

/** A person as everybody may see them. One's own look comes before that of the chosen avatar. */
export const presentUserSummary = ({ id, username, displayName, look, avatar }: SummaryRow): UserSummary => ({
  id,
  username,
  displayName,
  avatar: presentAvatar({ own: look, avatar }),
});

type AvatarSource = { own: unknown; avatar: { id: string; look: unknown; imageUrl: string | null } | null };

export const presentAvatar = ({ own, avatar }: AvatarSource): AvatarView => ({
  id: avatar?.id ?? null,
  look: asLook(own) ?? asLook(avatar?.look),
  imageUrl: own ? null : (avatar?.imageUrl ?? null),
});

/** Looks are written through the contracts' schema only; reading them does not check them again. */
const asLook = (stored: unknown): Look | null => (stored ?? null) as Look | null;
