import type { Chat } from '../chat.ts';
import type { EndedMembership } from './end-memberships.ts';

const STRANGERS = `
  SELECT heard.room_id AS "roomId", heard.user_id AS "userId"
  FROM unnest($1::uuid[], $2::uuid[]) AS heard (room_id, user_id)
  WHERE NOT EXISTS (
    SELECT 1 FROM chatroom_members AS member WHERE member.room_id = heard.room_id AND member.user_id = heard.user_id)`;

/** Which of these listeners are no members of their room any more. */
export async function findStrangers({ db }: Pick<Chat, 'db'>, listeners: readonly EndedMembership[]): Promise<EndedMembership[]> {
  if (listeners.length === 0) return [];
  const values = [listeners.map(({ roomId }) => roomId), listeners.map(({ userId }) => userId)];
  return (await db.pool.query<EndedMembership>({ name: 'room-strangers', text: STRANGERS, values })).rows;
}
