import type { AvatarView, Message, MessageType, UserSummary } from '@metaverse/contracts';
import { presentAvatar } from '../people/user-summary.ts';

/** The columns that show a person, from `users AS u LEFT JOIN avatars AS a`. */
export const SENDER_COLUMNS = `u.username, u.display_name, u.look, a.id AS avatar_id, a.look AS avatar_look, a.image_url AS avatar_image_url`;
export const SENDER_JOIN = `LEFT JOIN avatars AS a ON a.id = u.avatar_id`;

export type SenderColumns = {
  username: string;
  display_name: string;
  look: unknown;
  avatar_id: string | null;
  avatar_look: unknown;
  avatar_image_url: string | null;
};

export const MESSAGE_COLUMNS = `m.id, m.room_id, m.seq, m.sender_id, m.client_message_id, m.content, m.type, m.reply_to_id, m.edited_at, m.deleted_at, m.created_at`;

export type MessageColumns = {
  id: string;
  room_id: string;
  seq: number;
  sender_id: string;
  client_message_id: string;
  content: string;
  type: MessageType;
  reply_to_id: string | null;
  edited_at: Date | null;
  deleted_at: Date | null;
  created_at: Date;
};

export const presentSender = (id: string, row: SenderColumns): UserSummary => ({
  id,
  username: row.username,
  displayName: row.display_name,
  avatar: presentSenderAvatar(row),
});

/** A stored message with its sender as everybody may see them. */
export const presentMessage = (row: MessageColumns, sender: UserSummary): Message => ({
  id: row.id,
  roomId: row.room_id,
  seq: row.seq,
  senderId: row.sender_id,
  sender,
  clientMessageId: row.client_message_id,
  content: row.content,
  type: row.type,
  replyToId: row.reply_to_id,
  editedAt: row.edited_at?.toISOString() ?? null,
  deletedAt: row.deleted_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});

const presentSenderAvatar = (row: SenderColumns): AvatarView =>
  presentAvatar({
    own: row.look,
    avatar: row.avatar_id === null ? null : { id: row.avatar_id, look: row.avatar_look, imageUrl: row.avatar_image_url },
  });
