import type { PendingMessage, RoomState } from '@metaverse/client';
import type { Message } from '@metaverse/contracts';
import { dayOf } from './time-words.ts';

/** Within this time somebody's messages stand under one name. */
const GROUP_MS = 5 * 60_000;

export type ConversationRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: Message; isGrouped: boolean; isMyLast: boolean }
  | { kind: 'pending'; key: string; pending: PendingMessage; isGrouped: boolean; isMyLast: boolean };

type Before = { senderId: string; at: number; day: string } | null;

const follows = (before: Before, senderId: string, at: number): boolean =>
  before !== null && before.senderId === senderId && at - before.at < GROUP_MS && before.day === dayOf(new Date(at));

/** One's own keep their key when they are stored, so that nothing is drawn anew. */
const keyOf = (message: Message, me: string): string => (message.senderId === me ? message.clientMessageId : message.id);

type Shown = Pick<RoomState, 'messages' | 'pending' | 'unreadAfterSeq'>;

/** Where reading ended lies before what is loaded: nobody knows yet which message is the first new one. */
export const isFirstUnreadAway = ({ messages, unreadAfterSeq }: Pick<RoomState, 'messages' | 'unreadAfterSeq'>): boolean =>
  unreadAfterSeq !== null && (messages[0]?.seq ?? 1) > unreadAfterSeq + 1;

/** What a conversation shows, from top to bottom: days, the unread line, messages, one's own that are on their way. */
export function conversationRows({ messages, pending, unreadAfterSeq }: Shown, me: string): ConversationRow[] {
  const rows: ConversationRow[] = [];
  let before: Before = null;
  let isUnreadShown = unreadAfterSeq === null || isFirstUnreadAway({ messages, unreadAfterSeq });
  const myLastSeq = pending.length > 0 ? undefined : messages.findLast(({ senderId }) => senderId === me)?.seq;

  const beginDay = (at: number): void => {
    const day = dayOf(new Date(at));
    if (before?.day === day) return;
    rows.push({ kind: 'day', key: `day-${day}`, at: new Date(at).toISOString() });
    before = null;
  };

  for (const message of messages) {
    const { seq, senderId } = message;
    const at = Date.parse(message.createdAt);
    beginDay(at);
    if (!isUnreadShown && senderId !== me && seq > (unreadAfterSeq ?? 0)) {
      rows.push({ kind: 'unread', key: 'unread' });
      isUnreadShown = true;
      before = null;
    }
    rows.push({ kind: 'message', key: keyOf(message, me), message, isGrouped: follows(before, senderId, at), isMyLast: seq === myLastSeq });
    before = { senderId, at, day: dayOf(new Date(at)) };
  }
  for (const entry of pending) {
    // Never before what is above it, whatever this machine's clock says.
    const at = Math.max(entry.writtenAt, before?.at ?? 0);
    beginDay(at);
    rows.push({
      kind: 'pending',
      key: entry.clientMessageId,
      pending: entry,
      isGrouped: follows(before, me, at),
      isMyLast: entry === pending.at(-1),
    });
    before = { senderId: me, at, day: dayOf(new Date(at)) };
  }
  return rows;
}
