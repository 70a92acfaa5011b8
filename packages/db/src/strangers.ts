import type pg from 'pg';

/** A person at a place. */
export type Visit = { spaceId: string; userId: string };

const SPACE_STRANGERS = `
  SELECT visit.space_id AS "spaceId", visit.user_id AS "userId"
  FROM unnest($1::uuid[], $2::uuid[]) AS visit (space_id, user_id) JOIN spaces ON spaces.id = visit.space_id
  WHERE spaces.visibility = 'private' AND NOT EXISTS (
    SELECT 1 FROM space_members AS member WHERE member.space_id = visit.space_id AND member.user_id = visit.user_id)`;

/** Those who are in a space that became private, or who are no longer among its members. */
export async function findSpaceStrangers(pool: pg.Pool, visits: readonly Visit[]): Promise<Visit[]> {
  if (visits.length === 0) return [];
  const values = [visits.map(({ spaceId }) => spaceId), visits.map(({ userId }) => userId)];
  return (await pool.query<Visit>({ name: 'space-strangers', text: SPACE_STRANGERS, values })).rows;
}

const REVOKED = 'SELECT id FROM sessions WHERE id = ANY($1::uuid[]) AND revoked_at IS NOT NULL';

/** Which of the sessions were ended. */
export async function findRevokedSessions(pool: pg.Pool, sessionIds: readonly string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>({ name: 'revoked-sessions', text: REVOKED, values: [sessionIds] });
  return new Set(rows.map(({ id }) => id));
}
