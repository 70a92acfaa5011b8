import type { ChatState, RoomState } from './chat-state.ts';

/** How many messages I have not read; nothing is unread where I am no member. */
export const unreadCount = ({ room, lastSeq, readSeq }: RoomState): number => (room.myRole === null ? 0 : Math.max(0, lastSeq - readSeq));

/** `seq` of the last message in place, 0 before the first. */
export const lastInPlace = ({ messages }: RoomState): number => messages.at(-1)?.seq ?? 0;

/** Whether paging back would bring something. */
export const hasOlder = ({ messages }: RoomState): boolean => (messages[0]?.seq ?? 1) > 1;

/** Whether messages exist that should be in the window and are not. [CH2] */
export const isBehind = (room: RoomState): boolean => room.isLoaded && lastInPlace(room) < room.lastSeq;

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The rooms of a space: the general one first, the others by name. A new array each time. */
export const roomsOfSpace = ({ rooms }: Pick<ChatState, 'rooms'>, spaceId: string): RoomState[] =>
  Object.values(rooms)
    .filter(({ room }) => room.spaceId === spaceId)
    .sort(
      ({ room: a }, { room: b }) =>
        Number(b.kind === 'general') - Number(a.kind === 'general') || byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
    );
