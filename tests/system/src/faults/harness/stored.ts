import type { System } from './system.ts';

export type Stored = { id: string; seq: number; senderId: string; clientMessageId: string; content: string };

/** The messages of a room as the database has them, by `seq`. */
export const storedIn = (system: System, roomId: string): Promise<Stored[]> =>
  system.query<Stored>(
    `SELECT id, seq, sender_id AS "senderId", client_message_id AS "clientMessageId", content FROM messages WHERE room_id = $1 ORDER BY seq`,
    [roomId],
  );

/** Events that wait for the event log. */
export const outboxSize = async (system: System): Promise<number> => {
  const [row] = await system.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox');
  return row?.count ?? 0;
};

/** The messages of a space as the handler `activity` has counted them. */
export const countedIn = async (system: System, spaceId: string): Promise<number> => {
  const [row] = await system.query<{ count: number }>(
    'SELECT coalesce(sum(messages), 0)::int AS count FROM space_activity WHERE space_id = $1',
    [spaceId],
  );
  return row?.count ?? 0;
};

/** 1, 2, 3 … `count`. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
