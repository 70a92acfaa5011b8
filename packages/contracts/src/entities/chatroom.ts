import { z } from 'zod';
import { freeText, Id, readableText, Timestamp } from '../primitives.ts';
import { DESCRIPTION_MAX, NAME_MAX } from '../sizes.ts';
import { UserSummary } from './user.ts';

export const roomKinds = ['general', 'text', 'direct', 'group', 'meeting'] as const;
export const RoomKind = z.enum(roomKinds);
export type RoomKind = z.infer<typeof RoomKind>;

export const roomVisibilities = ['public', 'private'] as const;
export const RoomVisibility = z.enum(roomVisibilities);
export type RoomVisibility = z.infer<typeof RoomVisibility>;

export const roomRoles = ['owner', 'admin', 'member'] as const;
export const RoomRole = z.enum(roomRoles);
export type RoomRole = z.infer<typeof RoomRole>;

export const Chatroom = z
  .object({
    id: Id,
    spaceId: Id.nullable(),
    name: z.string(),
    topic: z.string(),
    kind: RoomKind,
    visibility: RoomVisibility,
    lastSeq: z.int(),
    createdBy: Id,
    /** Null for who is no member, and in what is told to many at once. */
    myRole: RoomRole.nullable(),
    /** Sequence number of the last message that the caller has read; null where `myRole` is. */
    myReadSeq: z.int().nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Chatroom' });
export type Chatroom = z.infer<typeof Chatroom>;

export const ChatroomDraft = z.object({
  name: readableText(NAME_MAX),
  topic: freeText(DESCRIPTION_MAX).optional(),
  visibility: RoomVisibility,
});
export type ChatroomDraft = z.infer<typeof ChatroomDraft>;

export const ChatroomMember = z
  .object({ userId: Id, role: RoomRole, joinedAt: Timestamp, user: UserSummary, isOnline: z.boolean() })
  .meta({ id: 'ChatroomMember' });
export type ChatroomMember = z.infer<typeof ChatroomMember>;

export const ChatroomMemberDraft = z.object({ userId: Id, role: z.enum(['admin', 'member']).optional() });
export type ChatroomMemberDraft = z.infer<typeof ChatroomMemberDraft>;
