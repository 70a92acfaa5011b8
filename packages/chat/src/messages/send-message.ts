import type { Message, MessageDraft } from '@metaverse/contracts';
import type { Actor } from '@metaverse/service-kit';
import type { Chat } from '../chat.ts';
import type { Written } from '../writer/room-writer.ts';
import { loadRoom } from '../rooms/load-room.ts';

export type SendMessageInput = { roomId: string; draft: MessageDraft; correlationId?: string | undefined };
export type SentMessage = { message: Message; isRepeated: boolean };

/**
 * Stores a message and hands it to who listens in the room; resolves once it is committed. The same `clientMessageId` of
 * the same sender gives the stored message again. Throws `not_found`, `forbidden` for who is no member, `conflict` when
 * the `clientMessageId` was used in another room, `unavailable` when it is not known whether it was stored: send it again.
 */
export async function sendMessage(chat: Pick<Chat, 'db' | 'writer'>, actor: Actor, input: SendMessageInput): Promise<SentMessage> {
  const { roomId, draft, correlationId } = input;
  const outcome: Written = await chat.writer.write(roomId, { senderId: actor.userId, draft, correlationId });
  if (outcome.kind === 'stored') return { message: outcome.message, isRepeated: outcome.isRepeated };

  // What the sender may not even see is not there, whatever else is wrong.
  await loadRoom(chat.db.prisma, actor, roomId);
  throw outcome.failure;
}
