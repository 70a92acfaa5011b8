import { expect } from 'vitest';

// The entities as PROTOCOL.md names them, written by hand: a type to reach for fields, a matcher to check them all.

export const id: unknown = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const anyUuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
export const text: unknown = expect.any(String);
export const count: unknown = expect.toSatisfy((value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0);
const orNull = (matcher: unknown): unknown => expect.toBeOneOf([null, matcher]);
export const oneOf = (...values: string[]): unknown => expect.toBeOneOf(values);

export type AvatarView = { id: string | null; look: object | null; imageUrl: string | null };
const avatarView = { id: orNull(id), look: orNull(expect.any(Object)), imageUrl: orNull(text) };

export type User = {
  id: string;
  username: string;
  displayName: string;
  role: string;
  avatarId: string | null;
  avatar: AvatarView;
  presence: string;
  statusText: string;
  lastSeenAt: string;
  createdAt: string;
};
export const user = {
  id,
  username: text,
  displayName: text,
  role: oneOf('user', 'moderator', 'admin'),
  avatarId: orNull(id),
  avatar: avatarView,
  presence: oneOf('online', 'away', 'busy', 'dnd', 'invisible'),
  statusText: text,
  lastSeenAt: time,
  createdAt: time,
};

export type SignedIn = { user: User; accessToken: string; expiresInSeconds: number; refreshToken?: string };
export type Refreshed = Omit<SignedIn, 'user'>;

/** Who somebody is, as others are shown it. */
export type Summary = { id: string; username: string; displayName: string; avatar: AvatarView };
export const summary = { id, username: text, displayName: text, avatar: avatarView };

export type Space = {
  id: string;
  name: string;
  description: string;
  visibility: string;
  width: number;
  height: number;
  ownerId: string;
  mapId: string | null;
  thumbnailUrl: string | null;
  onlineCount: number;
  createdAt: string;
};
export const space = {
  id,
  name: text,
  description: text,
  visibility: oneOf('public', 'unlisted', 'private'),
  width: count,
  height: count,
  ownerId: id,
  mapId: orNull(id),
  thumbnailUrl: orNull(text),
  onlineCount: count,
  createdAt: time,
};

export type Chatroom = {
  id: string;
  spaceId: string | null;
  name: string;
  topic: string;
  kind: string;
  visibility: string;
  lastSeq: number;
  createdBy: string;
  myRole: string | null;
};
export const chatroom = {
  id,
  spaceId: orNull(id),
  name: text,
  topic: text,
  kind: oneOf('general', 'text', 'direct', 'group', 'meeting'),
  visibility: oneOf('public', 'private'),
  lastSeq: count,
  createdBy: id,
  myRole: orNull(oneOf('owner', 'admin', 'member')),
};

export type Message = {
  id: string;
  roomId: string;
  seq: number;
  senderId: string;
  sender: Summary;
  clientMessageId: string;
  content: string;
  type: string;
  replyToId: string | null;
  editedAt: string | null;
  deletedAt: string | null;
  createdAt: string;
};
export const message = {
  id,
  roomId: id,
  seq: count,
  senderId: id,
  sender: summary,
  clientMessageId: anyUuid,
  content: text,
  type: oneOf('text', 'image', 'file', 'system'),
  replyToId: orNull(id),
  editedAt: orNull(time),
  deletedAt: orNull(time),
  createdAt: time,
};

export type Element = { id: string; name: string; imageUrl: string; width: number; height: number; static: boolean };
export const element = { id, name: text, imageUrl: text, width: count, height: count, static: expect.any(Boolean) as unknown };

export type Avatar = { id: string; name: string; imageUrl: string | null; look: object | null };
export const avatar = { id, name: text, imageUrl: orNull(text), look: orNull(expect.any(Object)) };

export type Player = Omit<Summary, 'id'> & { userId: string; x: number; y: number; direction: string; presence: string };
export const player = {
  userId: id,
  username: text,
  displayName: text,
  avatar: avatarView,
  x: count,
  y: count,
  direction: oneOf('down', 'up', 'left', 'right'),
  presence: oneOf('online', 'away', 'busy', 'dnd', 'invisible', 'offline'),
};

export type Page<T> = { items: T[]; nextCursor: string | null };
