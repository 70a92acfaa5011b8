import type { Player as PlayerView } from '@metaverse/contracts';
import type { Profile, SpeedBudget, Spot } from '@metaverse/world-core';
import type { Cell } from './cell.ts';
import type { Viewer } from './viewer.ts';

/** Somebody present in a space, connected or within the grace time after their connection dropped. */
export type Player = {
  /** Stands for the person in frames; never used for another stay. */
  readonly index: number;
  readonly userId: string;
  profile: Profile;
  /** The introduction's bytes; made when somebody first needs them. */
  intro: Uint8Array | null;
  spot: Spot;
  budget: SpeedBudget;
  /** `seq` of the last accepted step; null when it came without one. */
  lastSeq: number | null;
  cell: Cell;
  /** Cells that have told, or will tell, somebody of this person since the last slow tick. */
  trail: Set<Cell>;
  /** Null while the connection is gone. */
  viewer: Viewer | null;
  isGone: boolean;
};

export const viewOfPlayer = ({ profile, spot }: Player): PlayerView => ({ ...profile, x: spot.x, y: spot.y, direction: spot.direction });
