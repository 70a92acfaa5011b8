import type { Chatroom, Message } from '@metaverse/contracts';
import { seededRandom } from '@metaverse/test-kit';
import { describe, expect, it } from 'vitest';
import type { ChatEvent } from './chat-fact.ts';
import { isBehind, lastInPlace, unreadCount } from './chat-selectors.ts';
import { type ChatState, emptyChat, type RoomState } from './chat-state.ts';
import { reduceChat } from './reduce-chat.ts';

const ME = '01890000-0000-7000-8000-00000000000a';
const OTHER = '01890000-0000-7000-8000-00000000000b';
const ROOM = '01890000-0000-7000-8000-0000000000aa';
const SPACE = '01890000-0000-7000-8000-0000000000bb';
const AT = '2026-01-01T10:00:00.000Z';

const person = (id: string) => ({
  id,
  username: id.slice(-4),
  displayName: id.slice(-4),
  avatar: { id: null, look: null, imageUrl: null },
});

const room = (change: Partial<Chatroom> = {}): Chatroom => ({
  id: ROOM,
  spaceId: SPACE,
  name: 'general',
  topic: '',
  kind: 'general',
  visibility: 'public',
  lastSeq: 0,
  createdBy: OTHER,
  myRole: 'member',
  myReadSeq: 0,
  createdAt: AT,
  ...change,
});

const message = (seq: number, senderId = OTHER, clientMessageId = `c-${String(seq)}`): Message => ({
  id: `m-${String(seq)}`,
  roomId: ROOM,
  seq,
  senderId,
  sender: person(senderId),
  clientMessageId,
  content: `text ${String(seq)}`,
  type: 'text',
  replyToId: null,
  editedAt: null,
  deletedAt: null,
  createdAt: AT,
});

const range = (from: number, to: number): Message[] => Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
const apply = (state: ChatState, ...facts: ChatEvent[]): ChatState => facts.reduce(reduceChat, state);
const told = (change: Partial<Chatroom> = {}): ChatEvent => ({ type: 'room-told', room: room(change), isForMe: true });
const page = (messages: Message[], isLatest = false): ChatEvent => ({ type: 'page-loaded', roomId: ROOM, messages, isLatest });
const received = (one: Message): ChatEvent => ({ type: 'message-received', roomId: ROOM, message: one });
const queued = (clientMessageId: string): ChatEvent => ({
  type: 'message-queued',
  roomId: ROOM,
  pending: { clientMessageId, roomId: ROOM, content: 'mine', writtenAt: 0, status: 'sending', failure: null },
});

const roomIn = (state: ChatState): RoomState => {
  const found = state.rooms[ROOM];
  if (found === undefined) throw new Error('the room is not known');
  return found;
};
const seqs = (state: ChatState): number[] => roomIn(state).messages.map(({ seq }) => seq);

describe('the window of messages', () => {
  it('[CH2] keeps what lies beyond a gap aside until the gap is filled', () => {
    const gapped = apply(emptyChat(ME), told(), page(range(1, 3), true), received(message(6)));
    expect(seqs(gapped)).toEqual([1, 2, 3]);
    expect(isBehind(roomIn(gapped))).toBe(true);

    const filled = apply(gapped, page(range(4, 5)));
    expect(seqs(filled)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(isBehind(roomIn(filled))).toBe(false);
  });

  it('puts an older page before the window and ignores one that does not join it', () => {
    const start = apply(emptyChat(ME), told({ lastSeq: 20 }), page(range(11, 20), true));
    expect(seqs(apply(start, page(range(6, 10))))).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(seqs(apply(start, page(range(1, 5))))).toEqual(seqs(start));
  });

  it('gives back the same state for a message that is there already', () => {
    const state = apply(emptyChat(ME), told(), page(range(1, 3), true));
    expect(apply(state, received(message(2)))).toBe(state);
  });

  it('takes the newer version of a message that is there already', () => {
    const state = apply(emptyChat(ME), told(), page(range(1, 3), true));
    const edited = { ...message(2), content: 'better', editedAt: AT };
    expect(roomIn(apply(state, received(edited))).messages[1]?.content).toBe('better');
  });

  it('loads nothing into a room that only counts what is new', () => {
    const state = apply(emptyChat(ME), told({ lastSeq: 7, myReadSeq: 5 }), received(message(8)));
    expect(seqs(state)).toEqual([]);
    expect(unreadCount(roomIn(state))).toBe(3);
  });

  /** The room as the server has it, delivered as badly as a network can: late, twice, out of order, in overlapping pages. */
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'ends with every message once and in order, however they come (seed %i)',
    (seed) => {
      const random = seededRandom(seed);
      const pick = (below: number): number => Math.floor(random() * below);
      const total = 20 + pick(60);
      const all = Array.from({ length: total }, (_, index) =>
        random() < 0.3 ? message(index + 1, ME, `own-${String(index + 1)}`) : message(index + 1),
      );
      const between = (from: number, to: number): Message[] => all.filter(({ seq }) => seq >= from && seq <= to);

      const startsAt = 1 + pick(total - 10);
      let state = apply(emptyChat(ME), told({ lastSeq: startsAt }), page(between(Math.max(1, startsAt - 10), startsAt), true));
      let isWhole = true;
      for (const own of all.filter(({ senderId, seq }) => senderId === ME && seq > startsAt))
        state = apply(state, queued(own.clientMessageId));

      const late = between(startsAt + 1, total).flatMap((one) => (random() < 0.2 ? [] : random() < 0.3 ? [one, one] : [one]));
      for (let index = late.length - 1; index > 0; index -= 1) {
        const swap = Math.max(0, index - pick(6));
        const [a, b] = [late[index], late[swap]];
        if (a && b) [late[index], late[swap]] = [b, a];
      }
      for (const one of late) {
        state = apply(state, received(one));
        if (random() < 0.1)
          state = apply(state, { type: 'connection-changed', state: 'offline' }, { type: 'connection-changed', state: 'online' });
        const window = seqs(state);
        isWhole &&= window.every((seq, index) => index === 0 || seq === (window[index - 1] ?? 0) + 1);
      }
      // What the chat does when it is behind, in pages of 7.
      state = apply(state, { type: 'listening-started', roomId: ROOM, listeners: [], lastSeq: total });
      while (isBehind(roomIn(state))) state = apply(state, page(between(lastInPlace(roomIn(state)) + 1, lastInPlace(roomIn(state)) + 7)));

      expect(isWhole).toBe(true);
      expect(seqs(state)).toEqual(between(Math.max(1, startsAt - 10), total).map(({ seq }) => seq));
      expect(roomIn(state).pending).toEqual([]);
      expect(roomIn(state).ahead).toEqual([]);
    },
  );
});

describe('my own messages', () => {
  it('leave the pending ones when they have come to their place, by ack or by broadcast, once', () => {
    const sending = apply(emptyChat(ME), told(), page([], true), queued('a'), queued('b'));
    const stored = apply(sending, received(message(1, ME, 'a')), received(message(1, ME, 'a')));
    expect(roomIn(stored).pending.map(({ clientMessageId }) => clientMessageId)).toEqual(['b']);
    expect(seqs(stored)).toEqual([1]);
  });

  it('stay visible as sent while messages before them are missing', () => {
    const state = apply(emptyChat(ME), told(), page(range(1, 2), true), queued('a'), received(message(4, ME, 'a')));
    expect(roomIn(state).pending.map(({ status }) => status)).toEqual(['sent']);
    expect(roomIn(apply(state, page([message(3)]))).pending).toEqual([]);
  });

  it("are not taken for somebody else's with the same clientMessageId", () => {
    const state = apply(emptyChat(ME), told(), page([], true), queued('a'), received(message(1, OTHER, 'a')));
    expect(roomIn(state).pending).toHaveLength(1);
  });

  it('say why they were refused, and go to the end when tried again', () => {
    const refused = apply(emptyChat(ME), told(), page([], true), queued('a'), queued('b'), {
      type: 'message-refused',
      roomId: ROOM,
      clientMessageId: 'a',
      failure: { code: 'muted', message: 'You are muted' },
    });
    expect(roomIn(refused).pending[0]).toMatchObject({ status: 'failed', failure: { code: 'muted' } });

    const retried = apply(refused, { type: 'message-retried', roomId: ROOM, clientMessageId: 'a' });
    expect(roomIn(retried).pending.map((entry) => [entry.clientMessageId, entry.status])).toEqual([
      ['b', 'sending'],
      ['a', 'sending'],
    ]);
  });

  it('are read as soon as they are written, if nothing before them is unread', () => {
    const state = apply(emptyChat(ME), told({ lastSeq: 2, myReadSeq: 2 }), page(range(1, 2), true), received(message(3, ME, 'a')));
    expect(unreadCount(roomIn(state))).toBe(0);
    expect(unreadCount(roomIn(apply(state, received(message(4)), received(message(5, ME, 'b')))))).toBe(2);
  });
});

describe('a room', () => {
  it('shows the unread line where reading ended, until it is closed', () => {
    const opened = apply(emptyChat(ME), told({ lastSeq: 9, myReadSeq: 6 }), { type: 'room-opened', roomId: ROOM });
    const read = apply(opened, { type: 'read', roomId: ROOM, seq: 9 });
    expect(roomIn(read).unreadAfterSeq).toBe(6);
    expect(unreadCount(roomIn(read))).toBe(0);
    expect(roomIn(apply(read, { type: 'room-closed', roomId: ROOM })).unreadAfterSeq).toBeNull();
  });

  it('has nothing unread for who has just become a member', () => {
    const seen = apply(emptyChat(ME), told({ myRole: null, myReadSeq: null, lastSeq: 40 }), told({ lastSeq: 41 }));
    expect(unreadCount(roomIn(seen))).toBe(0);
    expect(unreadCount(roomIn(apply(seen, received(message(42)))))).toBe(1);
  });

  it('keeps my own part in it when something is told to many at once, and loses it when an answer to me says so', () => {
    const known = apply(emptyChat(ME), told({ myRole: 'owner', myReadSeq: 3, lastSeq: 3 }));
    const renamed = room({ name: 'new', myRole: null, myReadSeq: null });
    expect(roomIn(apply(known, { type: 'room-told', room: renamed, isForMe: false })).room).toMatchObject({ name: 'new', myRole: 'owner' });
    expect(roomIn(apply(known, { type: 'space-listed', spaceId: SPACE, rooms: [renamed] })).room.myRole).toBeNull();
  });

  it('disappears when it is private and I am taken out of it; a public one stays to be joined', () => {
    const removed: ChatEvent = { type: 'member-removed', roomId: ROOM, userId: ME };
    expect(apply(emptyChat(ME), told({ visibility: 'private' }), removed).rooms[ROOM]).toBeUndefined();
    expect(roomIn(apply(emptyChat(ME), told(), removed)).room.myRole).toBeNull();
    expect(roomIn(apply(emptyChat(ME), told(), { ...removed, userId: OTHER })).room.myRole).toBe('member');
  });

  it('ends a typing mark after its time, with its message, and with its writer', () => {
    const typing: ChatEvent = { type: 'typing-started', roomId: ROOM, userId: OTHER, username: 'other', now: 1_000 };
    const state = apply(emptyChat(ME), told(), page([], true), typing);
    expect(roomIn(state).typists).toHaveLength(1);
    expect(roomIn(apply(state, { type: 'clock-advanced', roomId: ROOM, now: 6_999 })).typists).toHaveLength(1);
    expect(roomIn(apply(state, { type: 'clock-advanced', roomId: ROOM, now: 7_000 })).typists).toEqual([]);
    expect(roomIn(apply(state, received(message(1)))).typists).toEqual([]);
    expect(roomIn(apply(state, { type: 'listener-left', roomId: ROOM, user: person(OTHER) })).typists).toEqual([]);
  });

  it('that is missing from a listing of its space is forgotten', () => {
    const state = apply(emptyChat(ME), { type: 'space-entered', spaceId: SPACE }, told(), {
      type: 'space-listed',
      spaceId: SPACE,
      rooms: [],
    });
    expect(state.rooms).toEqual({});
    expect(state.spaces[SPACE]?.status).toBe('ready');
  });
});
