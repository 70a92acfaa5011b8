import { z } from 'zod';
import { freeText, Id, readableText, Timestamp } from '../primitives.ts';
import { DISPLAY_NAME_MAX, EMAIL_MAX, PASSWORD_MAX_BYTES, PASSWORD_MIN, STATUS_TEXT_MAX, USERNAME_MAX, USERNAME_MIN } from '../sizes.ts';
import { AvatarView } from './avatar.ts';
import { Look } from './look.ts';

export const roles = ['user', 'moderator', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const presences = ['online', 'away', 'busy', 'dnd', 'invisible'] as const;
/** What a person chooses to be. */
export const ChosenPresence = z.enum(presences);
export type ChosenPresence = z.infer<typeof ChosenPresence>;
/** What others see: who is not connected, or invisible, is offline. */
export const Presence = z.enum(['online', 'away', 'busy', 'dnd', 'offline']);
export type Presence = z.infer<typeof Presence>;

export const Username = z
  .string()
  .min(USERNAME_MIN)
  .max(USERNAME_MAX)
  .regex(/^[A-Za-z0-9_.-]+$/, 'may hold letters, digits, "_", "." and "-" only');

export const DisplayName = readableText(DISPLAY_NAME_MAX);
export const Email = z.email().max(EMAIL_MAX);

const utf8 = new TextEncoder();
export const Password = z
  .string()
  .min(PASSWORD_MIN)
  .refine((password) => utf8.encode(password).length <= PASSWORD_MAX_BYTES, `must be at most ${PASSWORD_MAX_BYTES} bytes long`)
  .refine((password) => password.isWellFormed() && !password.includes('\u0000'), 'must not hold NUL or lone surrogates');

/** A person as everybody may see them. */
export const User = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    role: Role,
    avatarId: Id.nullable(),
    avatar: AvatarView,
    presence: Presence,
    statusText: z.string(),
    lastSeenAt: Timestamp,
    createdAt: Timestamp,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

/** Enough to show who somebody is. */
export const UserSummary = User.pick({ id: true, username: true, displayName: true, avatar: true }).meta({ id: 'UserSummary' });
export type UserSummary = z.infer<typeof UserSummary>;

export const UserMetadata = z
  .object({ userId: Id, username: z.string(), displayName: z.string(), avatar: AvatarView })
  .meta({ id: 'UserMetadata' });
export type UserMetadata = z.infer<typeof UserMetadata>;

/** Preferences that follow a person from device to device; unknown ones are ignored. */
export const Settings = z.object({ theme: z.enum(['system', 'light', 'dark']).optional() }).meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

/** The signed-in person's own record. */
export const Me = User.extend({ presence: ChosenPresence, email: z.string().nullable(), settings: Settings }).meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** What one may change of oneself. `avatar` takes the place of `avatarId` when both are sent. */
export const MePatch = z.object({
  displayName: DisplayName.optional(),
  avatarId: Id.nullable().optional(),
  avatar: z.object({ id: Id.nullish(), look: Look.nullish() }).optional(),
  statusText: freeText(STATUS_TEXT_MAX).optional(),
  settings: Settings.optional(),
});
export type MePatch = z.infer<typeof MePatch>;
