import type { Role } from '@metaverse/contracts';
import type pg from 'pg';

const SELECT_LIVE_SESSION = `
  SELECT sessions.user_id AS "userId", users.role::text AS role
  FROM sessions JOIN users ON users.id = sessions.user_id
  WHERE sessions.id = $1 AND sessions.revoked_at IS NULL`;

/**
 * What every service asks before it believes an access token: whose session it is, with the role of this moment.
 * Null when the session is unknown or revoked. One look-up by key, as every request and connection makes it.
 */
export const loadSession =
  (pool: pg.Pool) =>
  async (sessionId: string): Promise<{ userId: string; role: Role } | null> => {
    const { rows } = await pool.query<{ userId: string; role: Role }>({
      name: 'load-session',
      text: SELECT_LIVE_SESSION,
      values: [sessionId],
    });
    return rows[0] ?? null;
  };
