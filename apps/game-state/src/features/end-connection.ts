import type { Connection, WorldDeps } from '../gateway/connection.ts';

/** The reasons that Socket.IO gives when a client said that it disconnects, or a server put it out. */
const CLEAN_ENDS: readonly string[] = ['client namespace disconnect', 'server namespace disconnect'];

/** The connection has ended: who said so or was put out leaves, one whose connection dropped keeps the place for a while. */
export const endConnection = (deps: WorldDeps, connection: Connection, reason: string): void => {
  const { stay } = connection;
  if (!stay) return;
  const isClean = CLEAN_ENDS.includes(reason);
  stay.hosted.instance.disconnect(stay.player, connection.outlet.id, { isClean, nowMs: deps.nowMs() });
  connection.stay = null;
  if (isClean) void deps.directory.save();
};
