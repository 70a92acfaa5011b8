import type { Chatroom } from '@metaverse/contracts';
import type { ChatEvent, RoomFact } from './chat-fact.ts';
import { emptyRoom, type ChatState, type RoomState } from './chat-state.ts';
import { isRoomFact, reduceRoom } from './reduce-room.ts';

/** An answer to me is complete; what is told to many at once says nothing of my own part in it. */
function mergeRoom(before: RoomState | undefined, room: Chatroom, isForMe: boolean): RoomState {
  if (before === undefined) return emptyRoom(room);
  const mine = isForMe ? room : { myRole: room.myRole ?? before.room.myRole, myReadSeq: room.myReadSeq ?? before.room.myReadSeq };
  // What was written before one came is not news.
  const isNewcomer = before.room.myRole === null && mine.myRole !== null && (mine.myReadSeq ?? 0) === 0;
  return {
    ...before,
    room: { ...room, myRole: mine.myRole, myReadSeq: mine.myReadSeq },
    isListening: before.isListening && mine.myRole !== null,
    lastSeq: Math.max(before.lastSeq, room.lastSeq),
    readSeq: Math.max(before.readSeq, room.myReadSeq ?? 0, isNewcomer ? room.lastSeq : 0),
  };
}

const withRoom = (state: ChatState, room: Chatroom, isForMe: boolean): ChatState => ({
  ...state,
  rooms: { ...state.rooms, [room.id]: mergeRoom(state.rooms[room.id], room, isForMe) },
});

function withoutRoom(state: ChatState, roomId: string): ChatState {
  if (state.rooms[roomId] === undefined) return state;
  const { [roomId]: _, ...rooms } = state.rooms;
  return { ...state, rooms };
}

/** A listing is complete: a room of the space that is not in it is gone, or no longer mine to see. */
function listSpace(state: ChatState, spaceId: string, rooms: readonly Chatroom[]): ChatState {
  const listed = new Set(rooms.map(({ id }) => id));
  const gone = Object.values(state.rooms).filter(({ room }) => room.spaceId === spaceId && !listed.has(room.id));
  const kept = gone.reduce((next, { room }) => withoutRoom(next, room.id), state);
  const listing = rooms.reduce((next, room) => withRoom(next, room, true), kept);
  return { ...listing, spaces: { ...listing.spaces, [spaceId]: { status: 'ready', failure: null } } };
}

function loseMembership(state: ChatState, roomId: string): ChatState {
  const known = state.rooms[roomId];
  if (known === undefined) return state;
  if (known.room.visibility === 'private') return withoutRoom(state, roomId);
  const room: Chatroom = { ...known.room, myRole: null, myReadSeq: null };
  return { ...state, rooms: { ...state.rooms, [roomId]: { ...known, room, isListening: false, listeners: [], typists: [] } } };
}

function exitSpace(state: ChatState, spaceId: string): ChatState {
  const { [spaceId]: _, ...spaces } = state.spaces;
  const rooms = Object.fromEntries(Object.entries(state.rooms).filter(([, { room }]) => room.spaceId !== spaceId));
  return { ...state, spaces, rooms };
}

/** Everybody listens anew after a break; until then nobody is known to. */
function changeConnection(state: ChatState, connection: ChatState['connection']): ChatState {
  if (connection === 'online' || state.connection !== 'online') return { ...state, connection };
  const rooms = Object.fromEntries(
    Object.entries(state.rooms).map(([id, room]): [string, RoomState] => [id, { ...room, isListening: false, typists: [] }]),
  );
  return { ...state, connection, rooms };
}

function inRoom(state: ChatState, fact: RoomFact): ChatState {
  const before = state.rooms[fact.roomId];
  if (before === undefined) return state;
  const after = reduceRoom(before, fact, state.me);
  return after === before ? state : { ...state, rooms: { ...state.rooms, [fact.roomId]: after } };
}

/** Applies one fact, one's own or others'. Pure; the same state comes back when nothing changed. */
export function reduceChat(state: ChatState, fact: ChatEvent): ChatState {
  if (isRoomFact(fact)) return inRoom(state, fact);
  switch (fact.type) {
    case 'connection-changed':
      return changeConnection(state, fact.state);
    case 'space-entered':
      return { ...state, spaces: { ...state.spaces, [fact.spaceId]: { status: 'loading', failure: null } } };
    case 'space-exited':
      return exitSpace(state, fact.spaceId);
    case 'space-listed':
      return listSpace(state, fact.spaceId, fact.rooms);
    case 'space-failed':
      return { ...state, spaces: { ...state.spaces, [fact.spaceId]: { status: 'failed', failure: fact.failure } } };
    case 'room-told':
      return withRoom(state, fact.room, fact.isForMe);
    case 'room-deleted':
      return withoutRoom(state, fact.roomId);
    case 'member-added':
      // Of others it changes nothing that is kept here; of me, the rooms are asked for again.
      return state;
    case 'member-removed':
      return fact.userId === state.me ? loseMembership(state, fact.roomId) : state;
    case 'presence-changed':
      return { ...state, presences: { ...state.presences, [fact.userId]: fact.presence } };
  }
}
