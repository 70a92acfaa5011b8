import type { SpaceInstance } from '../world/space-instance.ts';
import type { Lease } from './lease-queries.ts';

/** A space that this process simulates, with the right to do so. */
export type HostedSpace = {
  readonly spaceId: string;
  readonly instance: SpaceInstance;
  lease: Lease;
  /** False from the moment it is given up. */
  isOpen: boolean;
  emptySinceMs: number | null;
  /** Cells that held somebody in the last tick that had news. */
  occupiedCells: number;
};

/** Whether what the space says still counts. Asked before every frame, step and snapshot. */
export const holdsLease = ({ isOpen, lease }: HostedSpace, nowMs: number): boolean => isOpen && nowMs < lease.validUntilMs;
