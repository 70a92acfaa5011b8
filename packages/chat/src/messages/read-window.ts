import type { Message } from '@metaverse/contracts';
import type { Actor } from '@metaverse/service-kit';
import type pg from 'pg';
import type { Chat } from '../chat.ts';
import { loadRoom } from '../rooms/load-room.ts';
import {
  MESSAGE_COLUMNS,
  type MessageColumns,
  presentMessage,
  presentSender,
  SENDER_COLUMNS,
  SENDER_JOIN,
  type SenderColumns,
} from './message-rows.ts';

/** Before or after a `seq`, neither included; with neither the latest. */
export type Window = { beforeSeq?: number | undefined; afterSeq?: number | undefined; limit: number };
export type MessageWindow = { messages: Message[]; hasMore: boolean };

const select = (condition: string, direction: 'ASC' | 'DESC'): string => `
  SELECT ${MESSAGE_COLUMNS}, ${SENDER_COLUMNS}
  FROM messages AS m JOIN users AS u ON u.id = m.sender_id ${SENDER_JOIN}
  WHERE m.room_id = $1 AND ${condition}
  ORDER BY m.seq ${direction} LIMIT $3`;
const AFTER = { name: 'messages-after', text: select('m.seq > $2', 'ASC') };
const BEFORE = { name: 'messages-before', text: select('m.seq < $2', 'DESC') };

/** The largest value of PostgreSQL's integer: before it lies every message. */
const SEQ_END = 2_147_483_647;

/** A window into a room's history for who may read it, ascending by `seq`. Throws `not_found`. */
export async function readWindow({ db }: Pick<Chat, 'db'>, actor: Actor, input: Window & { roomId: string }): Promise<MessageWindow> {
  await loadRoom(db.prisma, actor, input.roomId);
  return queryWindow(db.pool, input.roomId, input);
}

/** The same without the question whether one may. `hasMore` says that there is more on the far side of the window. */
export async function queryWindow(pool: pg.Pool, roomId: string, window: Window): Promise<MessageWindow> {
  const isForward = window.afterSeq !== undefined;
  const edge = Math.min(window.afterSeq ?? window.beforeSeq ?? SEQ_END, SEQ_END);
  const statement = isForward ? AFTER : BEFORE;
  const { rows } = await pool.query<MessageColumns & SenderColumns>({ ...statement, values: [roomId, edge, window.limit + 1] });

  const shown = rows.slice(0, window.limit);
  if (!isForward) shown.reverse();
  return { messages: shown.map((row) => presentMessage(row, presentSender(row.sender_id, row))), hasMore: rows.length > window.limit };
}
