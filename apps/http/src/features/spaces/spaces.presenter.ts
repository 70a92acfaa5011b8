import { isShownOnline, presentUserSummary, type SummaryRow } from '@metaverse/chat';
import type { Placement, Space, SpaceMember, SpaceRole, UserSummary } from '@metaverse/contracts';
import { Rotation } from '@metaverse/contracts';
import type { Prisma } from '@metaverse/db';
import type { SpaceRow } from './load-space.ts';

/** What is known of a space beside its row. */
export type SpaceFacts = {
  myRole: SpaceRole | null;
  thumbnailUrl: string;
  onlineCount: number;
  people: UserSummary[];
  messagesToday: number;
};

export const presentSpace = (space: SpaceRow, facts: SpaceFacts): Space => ({
  id: space.id,
  name: space.name,
  description: space.description,
  visibility: space.visibility,
  width: space.width,
  height: space.height,
  ownerId: space.ownerId,
  mapId: space.mapId,
  createdAt: space.createdAt.toISOString(),
  ...facts,
});

export const presentPlacement = ({ id, elementId, x, y, rotation, layer, dx, dy }: Prisma.PlacementModel): Placement => ({
  id,
  elementId,
  x,
  y,
  rotation: Rotation.parse(rotation),
  layer,
  dx,
  dy,
});

export type SpaceMemberRow = Pick<Prisma.SpaceMemberModel, 'userId' | 'role' | 'joinedAt'> & {
  user: SummaryRow & Pick<Prisma.UserModel, 'presence'>;
};

/** A member as the others see them. */
export const presentSpaceMember = (member: SpaceMemberRow, online: ReadonlySet<string>): SpaceMember => ({
  userId: member.userId,
  role: member.role,
  joinedAt: member.joinedAt.toISOString(),
  user: presentUserSummary(member.user),
  isOnline: isShownOnline(member.user.presence, online.has(member.userId)),
});
