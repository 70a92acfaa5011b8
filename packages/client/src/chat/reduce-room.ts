import { TYPING_TIMEOUT_MS, type UserSummary } from '@metaverse/contracts';
import type { ChatEvent, RoomFact } from './chat-fact.ts';
import type { RoomState } from './chat-state.ts';
import { changePending, receiveMessages, stopTyping } from './reduce-messages.ts';

type Fact<T extends RoomFact['type']> = Extract<RoomFact, { type: T }>;
type Reducers = { [T in RoomFact['type']]: (room: RoomState, fact: Fact<T>, me: string) => RoomState };

const without = (people: readonly UserSummary[], userId: string): UserSummary[] => people.filter(({ id }) => id !== userId);

const read = (room: RoomState, seq: number): RoomState => (seq > room.readSeq ? { ...room, readSeq: seq } : room);

const reducers: Reducers = {
  'room-opened': (room) =>
    room.isOpen ? room : { ...room, isOpen: true, unreadAfterSeq: room.lastSeq > room.readSeq ? room.readSeq : null },
  'room-closed': (room) => (room.isOpen ? { ...room, isOpen: false, unreadAfterSeq: null } : room),
  'room-loading': (room) => (room.loadFailure === null ? room : { ...room, loadFailure: null }),
  'room-failed': (room, { failure }) => ({ ...room, loadFailure: failure }),

  'listening-started': (room, { listeners, lastSeq }) => ({
    ...room,
    isListening: true,
    listeners,
    lastSeq: Math.max(room.lastSeq, lastSeq),
    typists: [],
  }),
  'listening-ended': (room) => ({ ...room, isListening: false, listeners: [], typists: [] }),
  'listener-joined': (room, { user }) => ({ ...room, listeners: [...without(room.listeners, user.id), user] }),
  'listener-left': (room, { user }) => ({
    ...room,
    listeners: without(room.listeners, user.id),
    typists: room.typists.filter(({ userId }) => userId !== user.id),
  }),

  'older-loading': (room) => ({ ...room, older: 'loading' }),
  'older-failed': (room) => ({ ...room, older: 'failed' }),
  'older-loaded': (room) => ({ ...room, older: 'idle' }),
  'page-loaded': (room, { messages, isLatest }, me) => receiveMessages(room, messages, { me, isLatest }),
  'message-received': (room, { message }, me) => stopTyping(receiveMessages(room, [message], { me, isLatest: false }), [message]),

  'message-queued': (room, { pending }) =>
    room.pending.some(({ clientMessageId }) => clientMessageId === pending.clientMessageId)
      ? room
      : { ...room, pending: [...room.pending, pending] },
  'message-refused': (room, { clientMessageId, failure }) =>
    changePending(room, clientMessageId, (entry) => ({ ...entry, status: 'failed', failure })),
  'message-retried': (room, { clientMessageId }) => {
    const entry = room.pending.find((one) => one.clientMessageId === clientMessageId);
    if (entry?.status !== 'failed') return room;
    // It goes out after what was written since.
    return { ...room, pending: [...room.pending.filter((one) => one !== entry), { ...entry, status: 'sending', failure: null }] };
  },
  'message-discarded': (room, { clientMessageId }) => changePending(room, clientMessageId, () => null),

  read: (room, { seq }) => read(room, Math.min(seq, room.lastSeq)),

  'typing-started': (room, { userId, username, now }, me) =>
    userId === me
      ? room
      : {
          ...room,
          typists: [...room.typists.filter((one) => one.userId !== userId), { userId, username, until: now + TYPING_TIMEOUT_MS }],
        },
  'typing-ended': (room, { userId }) => ({ ...room, typists: room.typists.filter((one) => one.userId !== userId) }),
  'clock-advanced': (room, { now }) =>
    room.typists.some(({ until }) => until <= now) ? { ...room, typists: room.typists.filter(({ until }) => until > now) } : room,
};

/** Whether the fact is about what happens inside one room. */
export const isRoomFact = (fact: ChatEvent): fact is RoomFact => Object.hasOwn(reducers, fact.type);

/** Applies one fact to the room that it is about. Pure. */
export const reduceRoom = (room: RoomState, fact: RoomFact, me: string): RoomState =>
  // The table is indexed by the fact's own type, which TypeScript cannot correlate with the fact.
  (reducers[fact.type] as (room: RoomState, fact: RoomFact, me: string) => RoomState)(room, fact, me);
