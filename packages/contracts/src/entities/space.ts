import { z } from 'zod';
import { freeText, Id, readableText, Timestamp } from '../primitives.ts';
import { DESCRIPTION_MAX, NAME_MAX, SPACE_SIDE_MAX, SPACE_SIDE_MIN } from '../sizes.ts';
import { Element } from './element.ts';
import { Ground, Rotation } from './map.ts';
import { UserSummary } from './user.ts';

export const spaceVisibilities = ['public', 'unlisted', 'private'] as const;
export const SpaceVisibility = z.enum(spaceVisibilities);
export type SpaceVisibility = z.infer<typeof SpaceVisibility>;

export const spaceRoles = ['owner', 'admin', 'editor', 'moderator', 'member', 'guest'] as const;
export const SpaceRole = z.enum(spaceRoles);
export type SpaceRole = z.infer<typeof SpaceRole>;

export const Space = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    visibility: SpaceVisibility,
    width: z.int(),
    height: z.int(),
    ownerId: Id,
    mapId: Id.nullable(),
    thumbnailUrl: z.string().nullable(),
    onlineCount: z.int(),
    /** Up to five of those inside, for the card's faces. */
    people: z.array(UserSummary),
    myRole: SpaceRole.nullable(),
    /** Messages of the last 24 whole hours, as the activity handler counted them. */
    messagesToday: z.int(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Space' });
export type Space = z.infer<typeof Space>;

/** One element standing in a space; `dx` and `dy` in art units, 64 to a tile. */
export const Placement = z
  .object({ id: Id, elementId: Id, x: z.int(), y: z.int(), rotation: Rotation, layer: z.int(), dx: z.int(), dy: z.int() })
  .meta({ id: 'Placement' });
export type Placement = z.infer<typeof Placement>;

/** A space with all that is needed to draw it and to walk in it. */
export const SpaceDetail = Space.extend({
  mapVersion: z.int(),
  ground: Ground,
  elements: z.array(Placement),
  /** The kinds of the elements above, each once. */
  elementTypes: z.array(Element),
  areas: z.array(z.object({ id: Id, name: z.string() })),
  memberCount: z.int(),
}).meta({ id: 'SpaceDetail' });
export type SpaceDetail = z.infer<typeof SpaceDetail>;

const Side = z.int().min(SPACE_SIDE_MIN).max(SPACE_SIDE_MAX);

/** A new space: from a map, or an empty floor of `width` × `height`. */
export const SpaceDraft = z.object({
  name: readableText(NAME_MAX),
  description: freeText(DESCRIPTION_MAX).optional(),
  visibility: SpaceVisibility.optional(),
  mapId: Id.optional(),
  width: Side.optional(),
  height: Side.optional(),
});
export type SpaceDraft = z.infer<typeof SpaceDraft>;

/** Changes of a space. Another `mapId` replaces what stands in it, null empties it; a size is for spaces without a map. */
export const SpacePatch = SpaceDraft.partial().extend({ mapId: Id.nullable().optional() });
export type SpacePatch = z.infer<typeof SpacePatch>;

export const SpaceMember = z
  .object({ userId: Id, role: SpaceRole, joinedAt: Timestamp, user: UserSummary, isOnline: z.boolean() })
  .meta({ id: 'SpaceMember' });
export type SpaceMember = z.infer<typeof SpaceMember>;
