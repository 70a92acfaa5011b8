import { z } from 'zod';
import { PageLimit } from '../page.ts';
import { Id, queryInteger, readableText, Timestamp } from '../primitives.ts';
import { MESSAGE_CONTENT_MAX } from '../sizes.ts';
import { UserSummary } from './user.ts';

export const messageTypes = ['text', 'image', 'file', 'system'] as const;
export const MessageType = z.enum(messageTypes);
export type MessageType = z.infer<typeof MessageType>;

/** A stored message. `seq` counts 1, 2, 3 … within the room, without a gap. */
export const Message = z
  .object({
    id: Id,
    roomId: Id,
    seq: z.int().positive(),
    senderId: Id,
    sender: UserSummary,
    clientMessageId: Id,
    content: z.string(),
    type: MessageType,
    replyToId: Id.nullable(),
    editedAt: Timestamp.nullable(),
    deletedAt: Timestamp.nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;

/** What a person may write; `system` messages are the server's. */
export const MessageDraft = z.object({
  clientMessageId: Id,
  content: readableText(MESSAGE_CONTENT_MAX),
  type: z.enum(['text', 'image', 'file']).optional(),
  replyToId: Id.nullish(),
});
export type MessageDraft = z.infer<typeof MessageDraft>;

/** A window into a room's history, before or after a `seq`; without either the latest. */
export const HistoryQuery = z
  .object({
    beforeSeq: queryInteger(z.int().positive().optional()),
    afterSeq: queryInteger(z.int().nonnegative().optional()),
    limit: PageLimit,
    cursor: z.string().max(500).optional(),
  })
  .refine((query) => query.beforeSeq === undefined || query.afterSeq === undefined, {
    message: 'takes beforeSeq or afterSeq, not both',
    path: ['afterSeq'],
  });
export type HistoryQuery = z.infer<typeof HistoryQuery>;
