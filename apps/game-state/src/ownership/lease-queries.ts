import type pg from 'pg';

/** How long a lease holds without being renewed: a crashed owner's spaces are free after it. */
export const LEASE_TTL_MS = 5_000;

/** The right to simulate a space until a moment of this process's own monotonic clock. */
export type Lease = { spaceId: string; fence: string; validUntilMs: number };
/** `mapVersion` is the one of the stored space: the map that is simulated may be older. */
export type RenewedLease = Lease & { requestedBy: string | null; mapVersion: number };

export type LeaseQueries = {
  /** Takes a free or expired lease, or our own anew. Null while somebody else holds it. */
  readonly acquire: (spaceId: string) => Promise<Lease | null>;
  /** Asks the owner to hand the space over to us. */
  readonly request: (spaceId: string) => Promise<void>;
  /**
   * Renews all of these in one statement; those missing from the answer are lost. An expired one that nobody has taken is
   * still ours: its fence shows that nobody else has simulated the space.
   */
  readonly renew: (leases: readonly Lease[]) => Promise<RenewedLease[]>;
  /** Lets others have it at once. The row stays, so that the fence goes on rising. */
  readonly release: (lease: Lease) => Promise<void>;
};

const ACQUIRE = `
  INSERT INTO world_leases AS lease (space_id, owner, fence, expires_at)
  VALUES ($1, $2, 1, now() + $3 * interval '1 millisecond')
  ON CONFLICT (space_id) DO UPDATE
    SET owner = excluded.owner, fence = lease.fence + 1, expires_at = excluded.expires_at, requested_by = NULL
    WHERE lease.expires_at <= now() OR lease.owner = excluded.owner
  RETURNING fence`;

const REQUEST = `
  UPDATE world_leases SET requested_by = $2 WHERE space_id = $1 AND owner <> $2 AND expires_at > now()`;

const RENEW = `
  UPDATE world_leases AS lease SET expires_at = now() + $3 * interval '1 millisecond'
  FROM unnest($2::uuid[], $4::bigint[]) AS held (space_id, fence) JOIN spaces ON spaces.id = held.space_id
  WHERE lease.space_id = held.space_id AND lease.fence = held.fence AND lease.owner = $1
  RETURNING lease.space_id AS "spaceId", lease.fence, lease.requested_by AS "requestedBy",
    spaces.map_version AS "mapVersion"`;

const RELEASE = `
  UPDATE world_leases SET expires_at = now(), requested_by = NULL WHERE space_id = $1 AND owner = $2 AND fence = $3`;

/**
 * Leases of one owner. Our own clock is read before a statement is sent, and PostgreSQL counts from when it runs, so that we
 * take a lease as ended no later than everybody else.
 */
export const createLeaseQueries = ({ pool, owner, nowMs }: { pool: pg.Pool; owner: string; nowMs: () => number }): LeaseQueries => ({
  acquire: async (spaceId) => {
    const validUntilMs = nowMs() + LEASE_TTL_MS;
    const { rows } = await pool.query<{ fence: string }>({
      name: 'acquire-lease',
      text: ACQUIRE,
      values: [spaceId, owner, LEASE_TTL_MS],
    });
    const [row] = rows;
    return row ? { spaceId, fence: row.fence, validUntilMs } : null;
  },
  request: async (spaceId) => {
    await pool.query({ name: 'request-lease', text: REQUEST, values: [spaceId, owner] });
  },
  renew: async (leases) => {
    const validUntilMs = nowMs() + LEASE_TTL_MS;
    const values = [owner, leases.map(({ spaceId }) => spaceId), LEASE_TTL_MS, leases.map(({ fence }) => fence)];
    const { rows } = await pool.query<Omit<RenewedLease, 'validUntilMs'>>({ name: 'renew-leases', text: RENEW, values });
    return rows.map((row) => ({ ...row, validUntilMs }));
  },
  release: async ({ spaceId, fence }) => {
    await pool.query({ name: 'release-lease', text: RELEASE, values: [spaceId, owner, fence] });
  },
});
