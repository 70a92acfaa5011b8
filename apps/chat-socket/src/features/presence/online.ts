import { type Chat, findAcquaintances, noteSeen } from '@metaverse/chat';
import { LISTENER_GRACE_MS } from '@metaverse/contracts';
import { type Logger, places, type PresenceEntry, socketRooms } from '@metaverse/service-kit';
import type { Connection } from '../../gateway/connection.ts';

export type Online = {
  /** Counts the connection; who shares a room or a space with the person hears of the first one. */
  begin: (connection: Connection) => Promise<void>;
  /** The connection is gone; the person has some seconds to come back before the others hear of it. */
  dropped: (connection: Connection) => void;
  /** People whose last connection of all ended with the instance that held it. */
  lost: (entries: readonly PresenceEntry[]) => Promise<void>;
  stop: () => void;
};

/** Who is online at all, as those are told who share a room or a space with them. Several connections count as one person. */
export function createOnline(chat: Chat, log: Logger): Online {
  const timers = new Set<NodeJS.Timeout>();
  const entryOf = ({ socket, actor }: Connection) => ({ place: places.online, userId: actor().userId, connectionId: socket.id });

  const announce = async (userId: string, isOnline: boolean): Promise<void> => {
    const { chosen, lastSeenAt } = await noteSeen(chat, userId);
    if (chosen === 'invisible') return;
    const { roomIds, spaceIds } = await findAcquaintances(chat, userId);
    const to = [...roomIds.map(socketRooms.room), ...spaceIds.map(socketRooms.space)];
    if (to.length === 0) return;

    const except = [socketRooms.user(userId)];
    const presence = isOnline ? chosen : 'offline';
    chat.broadcaster.tell({ to, except, event: 'presence-changed', payload: { userId, presence, lastSeenAt } });
    chat.broadcaster.tell({ to, except, event: isOnline ? 'userOnline' : 'userOffline', payload: { userId } });
  };

  const end = async (connection: Connection): Promise<void> => {
    if (await chat.presence.leave(entryOf(connection))) await announce(connection.actor().userId, false);
  };

  return {
    begin: async (connection) => {
      const isFirst = await chat.presence.enter(entryOf(connection));
      if (isFirst) await announce(connection.actor().userId, true);
    },
    dropped: (connection) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        end(connection).catch((error: unknown) => log.warn({ err: error }, 'could not note that somebody went offline'));
      }, LISTENER_GRACE_MS);
      timers.add(timer);
    },
    lost: async (entries) => {
      const gone = entries.filter(({ place }) => place === places.online);
      await Promise.all(gone.map(({ userId }) => announce(userId, false)));
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
