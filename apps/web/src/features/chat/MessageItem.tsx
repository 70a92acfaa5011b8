import type { PendingMessage } from '@metaverse/client';
import type { Me, Message } from '@metaverse/contracts';
import { MessageRow } from '@metaverse/ui';
import { memo } from 'react';
import { faceOf } from '../../lib/face-of.ts';
import { useChat } from './chat-context.ts';
import { MessageText } from './MessageText.tsx';
import { sendFailureText } from './send-failure-text.ts';
import { fullTimeWords, timeWords } from './time-words.ts';

const times = (date: Date) => ({ time: timeWords(date), dateTime: date.toISOString(), fullTime: fullTimeWords(date) });

export interface StoredMessageProps {
  readonly message: Message;
  readonly isGrouped: boolean;
  readonly isMyLast: boolean;
}

/** A message that the server has. */
export const StoredMessage = memo(({ message, isGrouped, isMyLast }: StoredMessageProps) => (
  <MessageRow
    author={faceOf(message.sender)}
    {...times(new Date(message.createdAt))}
    isGrouped={isGrouped}
    delivery={isMyLast ? 'sent' : undefined}
  >
    <MessageText content={message.content} />
  </MessageRow>
));
StoredMessage.displayName = 'StoredMessage';

export interface WaitingMessageProps {
  readonly pending: PendingMessage;
  readonly me: Me;
  readonly isGrouped: boolean;
  readonly isMyLast: boolean;
}

/** A message of mine that is on its way, or that was refused. */
export const WaitingMessage = memo(({ pending, me, isGrouped, isMyLast }: WaitingMessageProps) => {
  const chat = useChat();
  const { roomId, clientMessageId, content, status, failure } = pending;
  return (
    <MessageRow
      author={faceOf(me)}
      {...times(new Date(pending.writtenAt))}
      isGrouped={isGrouped}
      delivery={isMyLast || status === 'failed' ? status : undefined}
      failure={failure === null ? undefined : sendFailureText(failure)}
      onRetry={() => {
        chat.retry(roomId, clientMessageId);
      }}
      onDiscard={() => {
        chat.discard(roomId, clientMessageId);
      }}
    >
      <MessageText content={content} />
    </MessageRow>
  );
});
WaitingMessage.displayName = 'WaitingMessage';
