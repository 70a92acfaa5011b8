import { findRevokedSessions, findSpaceStrangers } from '@metaverse/db';
import { connectionData, roomIdsAmong } from '@metaverse/service-kit';
import type pg from 'pg';
import type { Server, Socket } from 'socket.io';

/**
 * Asks the database who of those connected here may not be where they are any more, and puts them out: as long as Redis is
 * away, nobody can tell this instance to.
 */
export const putOutStrangers = async (io: Server, pool: pg.Pool): Promise<void> => {
  const sockets = [...io.of('/').sockets.values()];
  const revoked = await findRevokedSessions(pool, [...new Set(sockets.map((socket) => connectionData(socket).actor.sessionId))]);
  const strangers = await findSpaceStrangers(pool, sockets.flatMap(visitsOf));
  const unwanted = new Set(strangers.map(({ userId, spaceId }) => `${userId} ${spaceId}`));

  for (const socket of sockets) {
    const isStranger = visitsOf(socket).some(({ userId, spaceId }) => unwanted.has(`${userId} ${spaceId}`));
    if (isStranger) socket.emit('kicked', { reason: 'removed' });
    if (isStranger || revoked.has(connectionData(socket).actor.sessionId)) socket.disconnect(true);
  }
};

const visitsOf = (socket: Socket) => {
  const { userId } = connectionData(socket).actor;
  return roomIdsAmong(socket.rooms, 'space').map((spaceId) => ({ spaceId, userId }));
};
