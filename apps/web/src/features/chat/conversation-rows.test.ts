import type { PendingMessage } from '@metaverse/client';
import type { Message } from '@metaverse/contracts';
import { describe, expect, it } from 'vitest';
import { conversationRows, isFirstUnreadAway } from './conversation-rows.ts';

const ME = 'me';
const BASE = new Date(2026, 10, 20, 9, 0).getTime();
const MINUTE = 60_000;

const message = (seq: number, senderId: string, minutes: number): Message => ({
  id: `m${String(seq)}`,
  roomId: 'r',
  seq,
  senderId,
  sender: { id: senderId, username: senderId, displayName: senderId, avatar: { id: null, look: null, imageUrl: null } },
  clientMessageId: `c${String(seq)}`,
  content: 'text',
  type: 'text',
  replyToId: null,
  editedAt: null,
  deletedAt: null,
  createdAt: new Date(BASE + minutes * MINUTE).toISOString(),
});

const pending = (clientMessageId: string, minutes: number): PendingMessage => ({
  clientMessageId,
  roomId: 'r',
  content: 'text',
  writtenAt: BASE + minutes * MINUTE,
  status: 'sending',
  failure: null,
});

const shapes = (...given: Parameters<typeof conversationRows>): string[] =>
  conversationRows(...given).map((row) => {
    if (row.kind === 'day' || row.kind === 'unread') return row.kind;
    return `${row.key}${row.isGrouped ? ' grouped' : ''}${row.isMyLast ? ' last' : ''}`;
  });

describe('the rows of a conversation', () => {
  it('stand under one name while the same person writes within five minutes', () => {
    const messages = [message(1, 'a', 0), message(2, 'a', 4), message(3, 'a', 9), message(4, 'b', 9), message(5, 'a', 10)];
    expect(shapes({ messages, pending: [], unreadAfterSeq: null }, ME)).toEqual(['day', 'm1', 'm2 grouped', 'm3', 'm4', 'm5']);
  });

  it('begin each day with its name', () => {
    const messages = [message(1, 'a', 14 * 60 + 58), message(2, 'a', 15 * 60 + 1)];
    expect(shapes({ messages, pending: [], unreadAfterSeq: null }, ME)).toEqual(['day', 'm1', 'day', 'm2']);
  });

  it("draw the unread line before the first message of somebody else's that I have not read", () => {
    const messages = [message(1, 'a', 0), message(2, ME, 1), message(3, 'a', 1), message(4, 'a', 2)];
    expect(shapes({ messages, pending: [], unreadAfterSeq: 1 }, ME)).toEqual(['day', 'm1', 'c2 last', 'unread', 'm3', 'm4 grouped']);
    expect(shapes({ messages, pending: [], unreadAfterSeq: 4 }, ME)).not.toContain('unread');
    expect(shapes({ messages: messages.slice(2), pending: [], unreadAfterSeq: 1 }, ME)).not.toContain('unread');
  });

  it('end with what is on its way, under the key that it keeps, and mark only my very last one', () => {
    const messages = [message(1, ME, 0)];
    expect(shapes({ messages, pending: [pending('c2', 1)], unreadAfterSeq: null }, ME)).toEqual(['day', 'c1', 'c2 grouped last']);
    expect(shapes({ messages: [...messages, message(2, ME, 1)], pending: [], unreadAfterSeq: null }, ME)).toEqual([
      'day',
      'c1',
      'c2 grouped last',
    ]);
  });

  it('keep what is on its way below what is there when this clock is behind', () => {
    expect(shapes({ messages: [message(1, ME, 60 * 24)], pending: [pending('c2', 0)], unreadAfterSeq: null }, ME)).toEqual([
      'day',
      'c1',
      'c2 grouped last',
    ]);
  });
});

describe('the first message that I have not read', () => {
  const messages = [message(51, 'a', 0), message(52, 'a', 1)];

  it('is away while messages between where reading ended and what is loaded are missing', () => {
    expect(isFirstUnreadAway({ messages, unreadAfterSeq: 49 })).toBe(true);
    expect(isFirstUnreadAway({ messages, unreadAfterSeq: 0 })).toBe(true);
  });

  it('is in place when it is the first one loaded or a later one, and when there is none', () => {
    expect(isFirstUnreadAway({ messages, unreadAfterSeq: 50 })).toBe(false);
    expect(isFirstUnreadAway({ messages, unreadAfterSeq: 51 })).toBe(false);
    expect(isFirstUnreadAway({ messages, unreadAfterSeq: null })).toBe(false);
    expect(isFirstUnreadAway({ messages: [], unreadAfterSeq: 0 })).toBe(false);
  });
});
