import type { Tx } from '@metaverse/db';
import { socketRooms } from '@metaverse/service-kit';
import type { Sockets } from '../../sockets.ts';

/** Ends sessions in the database: from now on no token of theirs is good for anything. */
export async function revokeSessions(tx: Tx, which: { id: string } | { userId: string }): Promise<void> {
  await tx.session.updateMany({ where: { ...which, revokedAt: null }, data: { revokedAt: new Date() } });
}

/** Closes the sockets of ended sessions, on every instance; call it after the commit. */
export function closeSockets(sockets: Sockets, which: { id: string } | { userId: string }): void {
  const room = 'id' in which ? socketRooms.session(which.id) : socketRooms.user(which.userId);
  sockets.chat.in(room).disconnectSockets(true);
  sockets.world.in(room).disconnectSockets(true);
}
