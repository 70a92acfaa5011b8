import type { ChatBroadcaster } from '@metaverse/chat';
import { TYPING_TIMEOUT_MS } from '@metaverse/contracts';
import { socketRooms } from '@metaverse/service-kit';
import type { Connection } from '../../gateway/connection.ts';

export type TypingMarks = {
  /** Tells the others; ends by itself when it is not renewed. */
  begin: (connection: Connection, typist: { roomId: string; username: string }) => void;
  /** Tells the others once; nothing when the connection was not typing in the room. */
  end: (connection: Connection, roomId: string) => void;
  endAll: (connection: Connection) => void;
  stop: () => void;
};

type Mark = { username: string; timer: NodeJS.Timeout };

/** Who is typing on this process's connections. */
export function createTypingMarks(broadcaster: Pick<ChatBroadcaster, 'tell'>): TypingMarks {
  const marks = new Map<string, Map<string, Mark>>();

  const tell = (connection: Connection, event: 'user-typing' | 'user-stop-typing', of: { roomId: string; username: string }): void => {
    const { userId } = connection.actor();
    broadcaster.tell({ to: [socketRooms.room(of.roomId)], except: [socketRooms.user(userId)], event, payload: { ...of, userId } });
  };

  const end = (connection: Connection, roomId: string): void => {
    const ofConnection = marks.get(connection.socket.id);
    const mark = ofConnection?.get(roomId);
    if (!ofConnection || !mark) return;
    clearTimeout(mark.timer);
    ofConnection.delete(roomId);
    if (ofConnection.size === 0) marks.delete(connection.socket.id);
    tell(connection, 'user-stop-typing', { roomId, username: mark.username });
  };

  return {
    begin: (connection, { roomId, username }) => {
      const ofConnection = marks.get(connection.socket.id) ?? new Map<string, Mark>();
      marks.set(connection.socket.id, ofConnection);
      clearTimeout(ofConnection.get(roomId)?.timer);
      ofConnection.set(roomId, { username, timer: setTimeout(() => end(connection, roomId), TYPING_TIMEOUT_MS) });
      tell(connection, 'user-typing', { roomId, username });
    },
    end,
    endAll: (connection) => {
      for (const roomId of [...(marks.get(connection.socket.id)?.keys() ?? [])]) end(connection, roomId);
    },
    stop: () => {
      for (const ofConnection of marks.values()) for (const { timer } of ofConnection.values()) clearTimeout(timer);
      marks.clear();
    },
  };
}
