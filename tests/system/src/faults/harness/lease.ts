import type { SplitProcess } from '@metaverse/local';
import type { Service, System } from './system.ts';

type Spot = { x: number; y: number; direction: string };
export type Snapshot = { fence: number; positions: Record<string, Spot>; updatedAt: string };
export type Lease = { owner: string; fence: number };

/** Who may simulate a space now; null while nobody may. */
export async function leaseOf(system: System, spaceId: string): Promise<Lease | null> {
  const [lease] = await system.query<Lease>(
    'SELECT owner, fence::int AS fence FROM world_leases WHERE space_id = $1 AND expires_at > now()',
    [spaceId],
  );
  return lease ?? null;
}

/** The process that has a space, and the other one. Throws when nobody has it. */
export async function ownerOf(system: System, spaceId: string): Promise<{ owner: SplitProcess; other: SplitProcess; fence: number }> {
  const lease = await leaseOf(system, spaceId);
  if (!lease) throw new Error('nobody serves the space');
  const names: readonly Service[] = ['game-state-1', 'game-state-2'];
  const [owner, other] = lease.owner.startsWith('game-state-1') ? names : [...names].reverse();
  if (!owner || !other) throw new Error('there are two');
  return { owner: system.process(owner), other: system.process(other), fence: lease.fence };
}

/** Where people stood when something last moved, as it is stored. */
export async function snapshotOf(system: System, spaceId: string): Promise<Snapshot | null> {
  const [snapshot] = await system.query<Snapshot>(
    `SELECT fence::int AS fence, positions, updated_at::text AS "updatedAt" FROM world_snapshots WHERE space_id = $1`,
    [spaceId],
  );
  return snapshot ?? null;
}
