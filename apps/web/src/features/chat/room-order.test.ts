import type { RoomState } from '@metaverse/client';
import { expect, it } from 'vitest';
import { neighbourRoomId, roomsWithNews, startRoomId } from './room-order.ts';

/** Only what these functions read of a room. */
const room = (id: string, { isMember = true, unread = 0 } = {}) =>
  ({ room: { id, myRole: isMember ? 'member' : null }, lastSeq: unread, readSeq: 0 }) as RoomState;

const rooms = [room('open', { isMember: false, unread: 9 }), room('a'), room('b', { unread: 2 }), room('c')];

it('starts in the room chosen last, if I am still in it', () => {
  expect(startRoomId(rooms, 'b')).toBe('b');
  expect(startRoomId(rooms, 'open')).toBe('a');
  expect(startRoomId(rooms, null)).toBe('a');
  expect(startRoomId([room('open', { isMember: false })], null)).toBe('open');
  expect(startRoomId([], null)).toBeUndefined();
});

it('goes from room to room among mine, round and round', () => {
  expect(neighbourRoomId(rooms, 'a', 1)).toBe('b');
  expect(neighbourRoomId(rooms, 'c', 1)).toBe('a');
  expect(neighbourRoomId(rooms, 'a', -1)).toBe('c');
  expect(neighbourRoomId([], 'a', 1)).toBeUndefined();
});

it('finds news in my other rooms only', () => {
  expect(roomsWithNews(rooms, 'a').map((one) => one.room.id)).toEqual(['b']);
  expect(roomsWithNews(rooms, 'b')).toEqual([]);
});
