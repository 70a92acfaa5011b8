import { type Chat, findStrangers } from '@metaverse/chat';
import { findRevokedSessions, findSpaceStrangers } from '@metaverse/db';
import { roomIdsAmong, socketRooms } from '@metaverse/service-kit';
import type { Connection } from '../../gateway/connection.ts';
import type { Listening } from './listening.ts';

type Deps = { chat: Pick<Chat, 'db'>; connections: ReadonlyMap<string, Connection>; listening: Pick<Listening, 'evict'> };

/**
 * [CH4] Asks the database who of the listeners here may listen no more, and ends it: as long as the other instances cannot
 * be heard, nobody tells of those whom they removed or logged out.
 */
export async function putOutStrangers({ chat, connections, listening }: Deps): Promise<void> {
  const all = [...connections.values()];
  const pool = chat.db.pool;

  const revoked = await findRevokedSessions(pool, [...new Set(all.map((connection) => connection.actor().sessionId))]);
  for (const connection of all) if (revoked.has(connection.actor().sessionId)) connection.socket.disconnect(true);

  const removed = await findStrangers(chat, all.flatMap(roomsOf));
  for (const { userId, roomId } of removed) await listening.evict(connections.values(), { userId, roomIds: [roomId] });

  const strangers = await findSpaceStrangers(pool, all.flatMap(spacesOf));
  const left = new Set(strangers.map(({ userId, spaceId }) => `${userId} ${spaceId}`));
  for (const connection of all) {
    for (const { userId, spaceId } of spacesOf(connection)) {
      if (left.has(`${userId} ${spaceId}`)) void connection.socket.leave(socketRooms.space(spaceId));
    }
  }
}

const roomsOf = ({ socket, actor }: Connection) => roomIdsAmong(socket.rooms, 'room').map((roomId) => ({ roomId, userId: actor().userId }));
const spacesOf = ({ socket, actor }: Connection) =>
  roomIdsAmong(socket.rooms, 'space').map((spaceId) => ({ spaceId, userId: actor().userId }));
