import { type Connection, currentStay, type WorldDeps } from '../gateway/connection.ts';

/** Takes the connection's person out of the space at once; does nothing when there is none. */
export const leaveSpace = async (deps: WorldDeps, connection: Connection): Promise<void> => {
  const { stay } = connection;
  if (!stay) return;
  if (currentStay(connection, deps.nowMs())) stay.hosted.instance.leave(stay.player);
  connection.stay = null;
  await connection.leaveRoom(stay.hosted.spaceId);
  void deps.directory.save();
};
