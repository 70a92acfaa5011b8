import { type AvatarView, Look, type Presence, presences, SpaceRole, SpaceVisibility } from '@metaverse/contracts';
import type { Profile } from '@metaverse/world-core';
import type pg from 'pg';
import { z } from 'zod';

const VisitorRow = z.object({
  visibility: SpaceVisibility,
  spaceRole: SpaceRole.nullable(),
  username: z.string(),
  displayName: z.string(),
  presence: z.enum(presences),
  look: Look.nullable(),
  avatarId: z.string().nullable(),
  avatarLook: Look.nullable(),
  imageUrl: z.string().nullable(),
});
type VisitorRow = z.infer<typeof VisitorRow>;

const SELECT = `
  SELECT spaces.visibility, space_members.role AS "spaceRole", users.username, users.display_name AS "displayName",
    users.presence, users.look, avatars.id AS "avatarId", avatars.look AS "avatarLook", avatars.image_url AS "imageUrl"
  FROM users
  CROSS JOIN spaces
  LEFT JOIN space_members ON space_members.space_id = spaces.id AND space_members.user_id = users.id
  LEFT JOIN avatars ON avatars.id = users.avatar_id
  WHERE users.id = $1 AND spaces.id = $2`;

/** Somebody at the door of a space: who they are, and what the door depends on. */
export type Visitor = { profile: Profile } & Pick<VisitorRow, 'visibility' | 'spaceRole'>;

/** Who chose to be invisible is offline to others, although their avatar is there. */
const shownPresence = (chosen: VisitorRow['presence']): Presence => (chosen === 'invisible' ? 'offline' : chosen);

/** A look of one's own hides the catalogue avatar's look and picture. */
const avatarOf = ({ look, avatarId, avatarLook, imageUrl }: VisitorRow): AvatarView => ({
  id: avatarId,
  look: look ?? avatarLook,
  imageUrl: look ? null : imageUrl,
});

/** Null when there is no such space. */
export const loadVisitor = async (pool: pg.Pool, userId: string, spaceId: string): Promise<Visitor | null> => {
  const { rows } = await pool.query({ name: 'load-visitor', text: SELECT, values: [userId, spaceId] });
  if (rows.length === 0) return null;
  const row = VisitorRow.parse(rows[0]);
  const { username, displayName, visibility, spaceRole } = row;
  return {
    visibility,
    spaceRole,
    profile: { userId, username, displayName, avatar: avatarOf(row), presence: shownPresence(row.presence) },
  };
};
