import { type RoomState, unreadCount } from '@metaverse/client';

/** A room that I am in, or am about to be: whoever is in a space is in its general room. */
export const isMine = ({ room }: RoomState): boolean => room.myRole !== null || room.kind === 'general';

/** The room to show when none was chosen: the one chosen last if I am still in it, else the first of mine. */
export const startRoomId = (rooms: readonly RoomState[], lastChosenId: string | null): string | undefined =>
  (rooms.find((room) => isMine(room) && room.room.id === lastChosenId) ?? rooms.find(isMine) ?? rooms[0])?.room.id;

/** The room before (−1) or after (1) another among mine, round and round. */
export function neighbourRoomId(rooms: readonly RoomState[], roomId: string, step: -1 | 1): string | undefined {
  const mine = rooms.filter(isMine);
  const index = mine.findIndex(({ room }) => room.id === roomId);
  return mine.at((index + step + mine.length) % Math.max(1, mine.length))?.room.id;
}

/** My other rooms with something new. */
export const roomsWithNews = (rooms: readonly RoomState[], roomId: string): RoomState[] =>
  rooms.filter((room) => isMine(room) && room.room.id !== roomId && unreadCount(room) > 0);
