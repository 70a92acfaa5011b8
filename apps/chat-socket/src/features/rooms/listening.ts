import type { ChatBroadcaster, Eviction } from '@metaverse/chat';
import { LISTENER_GRACE_MS, type UserSummary } from '@metaverse/contracts';
import { type Logger, places, type PresenceEntry, type PresenceStore, socketRooms } from '@metaverse/service-kit';
import type { Connection } from '../../gateway/connection.ts';

export type Listening = {
  /** Counts the connection as listening; the others hear of a person's first one. */
  begin: (connection: Connection, listener: { roomId: string; user: UserSummary }) => Promise<void>;
  /** The connection itself stops: at once. */
  end: (connection: Connection, roomId: string) => Promise<void>;
  /** The connection is gone: the person has some seconds to come back before the others hear of it. */
  dropped: (connection: Connection, roomIds: readonly string[]) => void;
  /** A person must not listen any more, on any of the connections here. */
  evict: (connections: Iterable<Connection>, eviction: Eviction) => Promise<void>;
  /** People whose last connection in a room ended with the instance that held it. */
  lost: (entries: readonly PresenceEntry[]) => Promise<void>;
  stop: () => void;
};

type Deps = {
  presence: PresenceStore;
  /** Who these people are. */
  listPeople: (ids: readonly string[]) => Promise<UserSummary[]>;
  broadcaster: Pick<ChatBroadcaster, 'tell'>;
  log: Logger;
};
/** A connection that is gone but still counts. */
type Grace = { roomId: string; user: UserSummary; connectionId: string; timer: NodeJS.Timeout };

export const isListening = ({ socket }: Connection, roomId: string): boolean => socket.rooms.has(socketRooms.room(roomId));

/** Who listens in which room, as the others are told it: people, not connections. */
export function createListening({ presence, listPeople, broadcaster, log }: Deps): Listening {
  const graces = new Set<Grace>();

  const tell = (event: 'user-joined' | 'user-left', { roomId, user }: { roomId: string; user: UserSummary }): void =>
    broadcaster.tell({ to: [socketRooms.room(roomId)], except: [socketRooms.user(user.id)], event, payload: { roomId, user } });

  const leave = (roomId: string, userId: string, connectionId: string): Promise<boolean> =>
    presence.leave({ place: places.room(roomId), userId, connectionId });

  const endGrace = async (grace: Grace): Promise<boolean> => {
    clearTimeout(grace.timer);
    if (!graces.delete(grace)) return false;
    return leave(grace.roomId, grace.user.id, grace.connectionId);
  };

  const end = async (connection: Connection, roomId: string): Promise<void> => {
    const { socket, summary: user } = connection;
    if (!isListening(connection, roomId)) return;
    await socket.leave(socketRooms.room(roomId));
    if (!user) return;
    const own = [...graces].filter((grace) => grace.roomId === roomId && grace.user.id === user.id);
    const ended = [...(await Promise.all(own.map(endGrace))), await leave(roomId, user.id, socket.id)];
    if (ended.includes(true)) tell('user-left', { roomId, user });
  };

  const drop = (gone: Omit<Grace, 'timer'>): void => {
    const finish = (): void => {
      endGrace(grace).then(
        (isLast) => isLast && tell('user-left', gone),
        (error: unknown) => log.warn({ err: error }, 'could not note that a listener left'),
      );
    };
    const grace: Grace = { ...gone, timer: setTimeout(finish, LISTENER_GRACE_MS) };
    graces.add(grace);
  };

  return {
    begin: async (connection, { roomId, user }) => {
      if (!isListening(connection, roomId)) return;
      const isFirst = await presence.enter({ place: places.room(roomId), userId: user.id, connectionId: connection.socket.id });
      if (!isListening(connection, roomId)) await leave(roomId, user.id, connection.socket.id);
      else if (isFirst) tell('user-joined', { roomId, user });
    },
    end,
    dropped: ({ socket, summary: user }, roomIds) => {
      if (user) for (const roomId of roomIds) drop({ roomId, user, connectionId: socket.id });
    },
    evict: async (connections, { userId, roomIds }) => {
      const theirs = [...connections].filter((connection) => connection.actor().userId === userId);
      // Socket.IO's rooms first, all in this turn: from here on nothing more is sent.
      await Promise.all(theirs.flatMap((connection) => roomIds.map((roomId) => end(connection, roomId))));
    },
    lost: async (entries) => {
      const people = new Map((await listPeople(entries.map(({ userId }) => userId))).map((user) => [user.id, user]));
      for (const { place, userId } of entries) {
        const [roomId, user] = [places.roomOf(place), people.get(userId)];
        if (roomId !== null && user) tell('user-left', { roomId, user });
      }
    },
    stop: () => {
      for (const { timer } of graces) clearTimeout(timer);
      graces.clear();
    },
  };
}
