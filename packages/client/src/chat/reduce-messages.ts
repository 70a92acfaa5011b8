import type { Message } from '@metaverse/contracts';
import type { PendingMessage, RoomState } from './chat-state.ts';
import { startWindow, takeIn } from './message-window.ts';

const highest = (messages: readonly Message[], atLeast: number): number =>
  messages.reduce((seq, message) => Math.max(seq, message.seq), atLeast);

/** Own messages leave `pending` when they have come to their place; stored ones that wait for a gap to close are `sent`. */
function settle(room: RoomState, incoming: readonly Message[], me: string): RoomState {
  if (room.pending.length === 0) return room;
  const own = (list: readonly Message[]) =>
    new Set(list.filter((message) => message.senderId === me).map((message) => message.clientMessageId));
  const placed = own(room.isLoaded ? room.messages : incoming);
  const stored = own(incoming);

  const pending = room.pending.flatMap((entry): PendingMessage[] => {
    if (placed.has(entry.clientMessageId)) return [];
    if (!stored.has(entry.clientMessageId) || entry.status === 'sent') return [entry];
    return [{ ...entry, status: 'sent', failure: null }];
  });
  const isSame = pending.length === room.pending.length && pending.every((entry, index) => entry === room.pending[index]);
  return isSame ? room : { ...room, pending };
}

/** Who has written knows what stands right before it; nobody else's unread messages are skipped by that. */
function readOwn(room: RoomState, incoming: readonly Message[], me: string): RoomState {
  const readSeq = incoming.reduce((seq, message) => (message.senderId === me && message.seq === seq + 1 ? message.seq : seq), room.readSeq);
  return readSeq === room.readSeq ? room : { ...room, readSeq };
}

/** Takes in messages that somebody wrote or that a page brought. */
export function receiveMessages(room: RoomState, incoming: readonly Message[], context: { me: string; isLatest: boolean }): RoomState {
  const starts = context.isLatest && !room.isLoaded;
  const isKept = starts || room.isLoaded;
  const window = starts ? startWindow(incoming, room.ahead) : isKept ? takeIn(room, incoming) : room;
  const lastSeq = highest(incoming, room.lastSeq);

  const isSame = window.messages === room.messages && window.ahead === room.ahead && lastSeq === room.lastSeq && !starts;
  const next: RoomState = isSame
    ? room
    : { ...room, messages: window.messages, ahead: window.ahead, lastSeq, isLoaded: isKept, loadFailure: starts ? null : room.loadFailure };
  return readOwn(settle(next, incoming, context.me), incoming, context.me);
}

const writersOf = (messages: readonly Message[]): Set<string> => new Set(messages.map((message) => message.senderId));

/** Whoever's message arrives is not typing it any more. */
export function stopTyping(room: RoomState, messages: readonly Message[]): RoomState {
  const writers = writersOf(messages);
  const typists = room.typists.filter(({ userId }) => !writers.has(userId));
  return typists.length === room.typists.length ? room : { ...room, typists };
}

export const changePending = (
  room: RoomState,
  clientMessageId: string,
  change: (entry: PendingMessage) => PendingMessage | null,
): RoomState => ({
  ...room,
  pending: room.pending.flatMap((entry) => {
    const next = entry.clientMessageId === clientMessageId ? change(entry) : entry;
    return next === null ? [] : [next];
  }),
});
