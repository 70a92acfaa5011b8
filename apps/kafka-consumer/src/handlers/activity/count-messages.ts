import { type Db, withPgTransaction } from '@metaverse/db';
import type pg from 'pg';

export type RoomPosition = { roomId: string; seq: number };

const HANDLER = 'activity';

const MAKE_CURSORS = `
  INSERT INTO handler_cursors (handler, key, seq)
  SELECT $1, key, 0 FROM unnest($2::text[]) AS told (key) ORDER BY key
  ON CONFLICT DO NOTHING`;

const LOCK_CURSORS = `SELECT key, seq FROM handler_cursors WHERE handler = $1 AND key = ANY($2::text[]) ORDER BY key FOR UPDATE`;

const COUNT = `
  INSERT INTO space_activity (space_id, hour, messages)
  SELECT room.space_id, date_trunc('hour', message.created_at, 'UTC') AS hour, count(*)
  FROM unnest($1::uuid[], $2::int[], $3::int[]) AS told (room_id, counted, seq)
    JOIN chatrooms AS room ON room.id = told.room_id
    JOIN messages AS message ON message.room_id = room.id AND message.seq > told.counted AND message.seq <= told.seq
  WHERE room.space_id IS NOT NULL
  GROUP BY room.space_id, hour
  ORDER BY room.space_id, hour
  ON CONFLICT (space_id, hour) DO UPDATE SET messages = space_activity.messages + excluded.messages`;

const MOVE_CURSORS = `
  UPDATE handler_cursors AS cursor SET seq = told.seq
  FROM unnest($2::text[], $3::int[]) AS told (key, seq)
  WHERE cursor.handler = $1 AND cursor.key = told.key`;

/**
 * Counts each room's messages up to a `seq`, from where it was counted before, in one transaction. The events only say how
 * far to count; what is counted are the stored messages, of which all up to a `seq` are there once that one is. So an
 * event that comes twice, late, or never changes nothing in the end.
 */
export async function countMessages(db: Db, told: readonly RoomPosition[]): Promise<void> {
  if (told.length === 0) return;
  await withPgTransaction(db.pool, async (client) => {
    const counted = await lockCursors(
      client,
      told.map(({ roomId }) => roomId),
    );
    const ahead = told.filter(({ roomId, seq }) => seq > (counted.get(roomId) ?? 0));
    if (ahead.length === 0) return;

    const keys = ahead.map(({ roomId }) => roomId);
    const seqs = ahead.map(({ seq }) => seq);
    await client.query({ name: 'activity-count', text: COUNT, values: [keys, keys.map((key) => counted.get(key) ?? 0), seqs] });
    await client.query({ name: 'activity-move-cursors', text: MOVE_CURSORS, values: [HANDLER, keys, seqs] });
  });
}

async function lockCursors(client: pg.ClientBase, keys: readonly string[]): Promise<Map<string, number>> {
  await client.query({ name: 'activity-make-cursors', text: MAKE_CURSORS, values: [HANDLER, keys] });
  const { rows } = await client.query<{ key: string; seq: number }>({
    name: 'activity-lock-cursors',
    text: LOCK_CURSORS,
    values: [HANDLER, keys],
  });
  return new Map(rows.map(({ key, seq }) => [key, seq]));
}
