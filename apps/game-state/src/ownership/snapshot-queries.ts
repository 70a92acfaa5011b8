import { Direction } from '@metaverse/contracts';
import type { Spot } from '@metaverse/world-core';
import type pg from 'pg';
import { z } from 'zod';

export type Positions = Record<string, Spot>;

const StoredPositions = z.record(z.string(), z.object({ x: z.int(), y: z.int(), direction: Direction }));

const SELECT = `SELECT positions FROM world_snapshots WHERE space_id = $1`;

/** Where people stood when the space was simulated last. */
export const loadPositions = async (pool: pg.Pool, spaceId: string): Promise<Positions> => {
  const { rows } = await pool.query<{ positions: unknown }>({ name: 'load-positions', text: SELECT, values: [spaceId] });
  return StoredPositions.parse(rows[0]?.positions ?? {});
};

// The lease row is locked while the snapshot is written, so that a new owner either comes after it or stops it.
const STORE = `
  WITH held AS (
    SELECT lease.space_id, lease.fence, given.positions
    FROM unnest($2::uuid[], $3::bigint[], $4::jsonb[]) AS given (space_id, fence, positions)
    JOIN world_leases AS lease ON lease.space_id = given.space_id AND lease.fence = given.fence
    WHERE lease.owner = $1 AND lease.expires_at > now()
    FOR SHARE OF lease
  )
  INSERT INTO world_snapshots AS stored (space_id, fence, positions, updated_at)
  SELECT space_id, fence, positions, now() FROM held
  ON CONFLICT (space_id) DO UPDATE
    SET fence = excluded.fence, positions = excluded.positions, updated_at = excluded.updated_at
    WHERE stored.fence <= excluded.fence
  RETURNING space_id`;

export type Snapshot = { spaceId: string; fence: string; positions: Positions };

/** Stores snapshots in one statement; those whose lease is no longer ours are left out. Gives how many were stored. */
export const storeSnapshots = async (pool: pg.Pool, owner: string, snapshots: readonly Snapshot[]): Promise<number> => {
  const values = [
    owner,
    snapshots.map(({ spaceId }) => spaceId),
    snapshots.map(({ fence }) => fence),
    snapshots.map(({ positions }) => JSON.stringify(positions)),
  ];
  const { rowCount } = await pool.query({ name: 'store-snapshots', text: STORE, values });
  return rowCount ?? 0;
};
