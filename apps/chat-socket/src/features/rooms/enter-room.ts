import { joinRoom, listPeople, queryWindow, whileMember } from '@metaverse/chat';
import { type Chatroom, type Message, PAGE_LIMIT_DEFAULT, REPLAY_PAGE_MAX, type UserSummary } from '@metaverse/contracts';
import { notFound, places, socketRooms } from '@metaverse/service-kit';
import type { Connection } from '../../gateway/connection.ts';
import type { RoomDeps } from './room-deps.ts';

export type EnteredRoom = {
  room: Chatroom;
  messages: Message[];
  changes: never[];
  lastSeq: number;
  revision: number;
  members: UserSummary[];
  hasMore: boolean;
};

/**
 * Becomes a member where that is needed and free, listens, and then reads, so that nothing falls between: what is stored
 * meanwhile comes twice at worst. Throws `not_found` for what is not there or not to be seen.
 */
export async function enterRoom(
  deps: RoomDeps,
  connection: Connection,
  { roomId, afterSeq }: { roomId: string; afterSeq: number | undefined },
): Promise<EnteredRoom> {
  const { chat, delivery } = deps;
  const { socket } = connection;
  const actor = connection.actor();
  const room = await joinRoom(chat, actor, roomId);

  // [CH4] A removal waits for this, and ends the listening after it; or it came first, and nobody listens.
  const position = await whileMember(chat, { roomId, userId: actor.userId }, ({ lastSeq }) => {
    if (!socket.connected) return;
    delivery.startAt(roomId, lastSeq);
    void socket.join(socketRooms.room(roomId));
  });
  if (!position) throw notFound('room');

  const limit = afterSeq === undefined ? PAGE_LIMIT_DEFAULT : REPLAY_PAGE_MAX;
  const { messages, hasMore } = await queryWindow(chat.db.pool, roomId, { afterSeq, limit });
  const members = await meetListeners(deps, connection, roomId);
  const lastSeq = Math.max(position.lastSeq, messages.at(-1)?.seq ?? 0);
  // Nothing that changes older messages exists yet, so there is nothing to replay of it.
  return { room: { ...room, lastSeq }, messages, changes: [], lastSeq, revision: position.revision, members, hasMore };
}

/** Those who listen, oneself included; they hear of the newcomer. */
async function meetListeners({ chat, listening }: RoomDeps, connection: Connection, roomId: string): Promise<UserSummary[]> {
  const { userId } = connection.actor();
  const listeners = await chat.presence.list(places.room(roomId));
  const people = await listPeople(chat, [...new Set([...listeners, userId])]);
  const user = people.find((person) => person.id === userId);
  if (!user) throw notFound('room');

  connection.summary = user;
  await listening.begin(connection, { roomId, user });
  return people;
}
