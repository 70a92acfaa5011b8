import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@metaverse/service-kit';
import type pg from 'pg';
import { loadSpacePlan } from '../spaces/load-space-plan.ts';
import { SpaceInstance, type SpaceDeps } from '../world/space-instance.ts';
import type { HostedSpace } from './hosted-space.ts';
import { type Lease, LEASE_TTL_MS, type LeaseQueries } from './lease-queries.ts';
import { loadPositions } from './snapshot-queries.ts';

/** A crashed owner's lease ends within its TTL, a living one hands over within a renewal; then there is a margin. */
const ACQUIRE_LIMIT_MS = LEASE_TTL_MS + 2_500;
const ACQUIRE_PAUSE_MS = 150;

export type OpenDeps = {
  pool: pg.Pool;
  leases: LeaseQueries;
  nowMs: () => number;
  signal: AbortSignal;
  spaceDeps: (spaceId: string) => Omit<SpaceDeps, 'nowMs'>;
};

const takenElsewhere = (): AppError =>
  new AppError('unavailable', 'Another server still holds this space. Try again in a moment.', { retryAfterSeconds: 1 });

const acquireInTime = async (spaceId: string, { leases, nowMs, signal }: OpenDeps): Promise<Lease> => {
  for (const startedAtMs = nowMs(); nowMs() - startedAtMs < ACQUIRE_LIMIT_MS;) {
    if (signal.aborted) break;
    const lease = await leases.acquire(spaceId);
    if (lease) return lease;
    await leases.request(spaceId);
    await pause(ACQUIRE_PAUSE_MS);
  }
  throw takenElsewhere();
};

/** Takes the lease of a space and makes it ready to be walked in, people where they were. Throws `not_found` or `unavailable`. */
export const openSpace = async (spaceId: string, deps: OpenDeps): Promise<HostedSpace> => {
  const plan = await loadSpacePlan(deps.pool, spaceId);
  const lease = await acquireInTime(spaceId, deps);
  const positions = await loadPositions(deps.pool, spaceId);
  const nowMs = deps.nowMs();
  const instance = new SpaceInstance({ ...plan, remembered: new Map(Object.entries(positions)) }, { ...deps.spaceDeps(spaceId), nowMs });
  return { spaceId, instance, lease, isOpen: true, emptySinceMs: nowMs, occupiedCells: 0 };
};
