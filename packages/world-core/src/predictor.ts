import type { Direction, Tile } from '@metaverse/contracts';
import { type Grid, isInside } from './grid.ts';
import type { OwnStep } from './frame/encode.ts';
import type { Spot } from './frame/frame.ts';
import { fullBudget, type SpeedBudget, spendStep } from './speed.ts';
import { checkStep, directionOf } from './step.ts';

/** A step that was sent and not answered yet. */
export type PendingStep = Tile & { seq: number };

/** What `movement-rejected` says. */
export type RejectedStep = Tile & { seq: number | null };

/** Moves one's own person before the server has answered, by the server's own rules. */
export type Predictor = {
  /** Where one is, as far as one's own steps can tell. */
  readonly spot: () => Spot;
  /** Steps on their way, oldest first. */
  readonly pending: () => readonly PendingStep[];
  /**
   * Takes a step at `nowMs` (any clock that goes forward). Gives what to send as `move`, or null when the server would refuse it: blocked, not
   * adjacent, out of bounds, or too fast.
   */
  readonly step: (to: Tile, nowMs: number) => PendingStep | null;
  /** Turns without a step; seen by oneself only. */
  readonly face: (direction: Direction) => void;
  /** The server accepted everything up to a step (`ownStep` of a frame). Tells whether one is somewhere else than predicted. */
  readonly accept: (ownStep: OwnStep) => boolean;
  /** The server refused a step; what was sent after it counts if it is legal from the place that holds. Tells whether one was moved. */
  readonly reject: (step: RejectedStep) => boolean;
  /** Another place from which all begins again: after a join, or on a changed map. `seq` goes on. */
  readonly reset: (spot: Spot, grid?: Grid) => void;
};

/** Starts at the place that `join` gave. `firstSeq` is the `seq` of the first step. */
export const createPredictor = (start: { grid: Grid; spot: Spot; nowMs: number; firstSeq?: number }): Predictor => {
  let grid = start.grid;
  let spot = start.spot;
  let pending: PendingStep[] = [];
  let budget: SpeedBudget = fullBudget(start.nowMs);
  let nextSeq = start.firstSeq ?? 1;
  /** The newest step that the server has answered. */
  let settledSeq = nextSeq - 1;

  /** Puts the unanswered steps on top of what the server says, leaving out those that it will refuse. */
  const replayFrom = (base: Spot): boolean => {
    const before = spot;
    spot = base;
    for (const step of pending) {
      if (checkStep(grid, spot, step) === null) spot = { x: step.x, y: step.y, direction: directionOf(spot, step, spot.direction) };
    }
    return spot.x !== before.x || spot.y !== before.y;
  };

  const settle = (seq: number): void => {
    settledSeq = Math.max(settledSeq, seq);
    pending = pending.filter((step) => step.seq > seq);
  };

  return {
    spot: () => spot,
    pending: () => pending,
    step: (to, nowMs) => {
      if (checkStep(grid, spot, to) !== null) return null;
      const left = spendStep(budget, nowMs);
      if (left === null) return null;
      budget = left;
      const step = { seq: nextSeq, x: to.x, y: to.y };
      nextSeq += 1;
      pending.push(step);
      spot = { x: to.x, y: to.y, direction: directionOf(spot, to, spot.direction) };
      return step;
    },
    face: (direction) => {
      spot = { ...spot, direction };
    },
    accept: ({ seq, x, y, direction }) => {
      // A refusal travels outside the frames and may have told of newer steps already.
      if (seq === null || seq < settledSeq) return false;
      settle(seq);
      const facing = pending.length === 0 ? spot.direction : direction;
      return replayFrom({ x, y, direction: facing });
    },
    reject: ({ seq, x, y }) => {
      if (seq === null || seq < settledSeq || !isInside(grid, x, y)) return false;
      settle(seq);
      return replayFrom({ x, y, direction: spot.direction });
    },
    reset: (to, newGrid) => {
      grid = newGrid ?? grid;
      spot = to;
      pending = [];
      settledSeq = nextSeq - 1;
    },
  };
};
