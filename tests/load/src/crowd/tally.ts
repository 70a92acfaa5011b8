import type { Tile } from '@metaverse/contracts';
import type { Watch } from './visitor.ts';

/** Every so many updates the time that it took is noted. */
const LATENCY_SAMPLE = 16;

/** Counts what a crowd does and is told. */
export function createTally() {
  const lastSteps = new Map<string, Tile & { atMs: number }>();
  const framesOf: number[] = [];
  let [steps, seen, useful, frameBytes] = [0, 0, 0, 0];
  let latenciesMs: number[] = [];

  return {
    reset: (): void => {
      [steps, seen, useful, frameBytes] = [0, 0, 0, 0];
      latenciesMs = [];
      framesOf.fill(0);
    },
    stepped: (id: string, { x, y }: Tile): void => {
      steps += 1;
      lastSteps.set(id, { x, y, atMs: performance.now() });
    },
    /** `isUseful` tells whether the one who is told of somebody at a tile can see it. */
    watch: (index: number, isUseful: (tile: Tile) => boolean): Watch => {
      framesOf[index] = 0;
      return {
        onSeen: (id, { x, y }) => {
          seen += 1;
          if (!isUseful({ x, y })) return;
          useful += 1;
          if (useful % LATENCY_SAMPLE !== 0) return;
          const step = lastSteps.get(id);
          // Who has gone on since was seen late; when, nobody can say. Steps are further apart than ticks, so that is seldom.
          if (step?.x === x && step.y === y) latenciesMs.push(performance.now() - step.atMs);
        },
        onFrame: (bytes) => {
          framesOf[index] = (framesOf[index] ?? 0) + 1;
          frameBytes += bytes;
        },
      };
    },
    steps: () => steps,
    seen: () => seen,
    useful: () => useful,
    frames: () => framesOf.reduce((sum, each) => sum + each, 0),
    frameBytes: () => frameBytes,
    /** From a step's being sent to somebody else's being told of it. */
    latenciesMs: (): readonly number[] => latenciesMs,
    /** Whether everybody got as many frames as everybody else, where that has to be so. */
    hasEqualFrames: (isExpected: boolean): boolean => !isExpected || new Set(framesOf).size === 1,
  };
}
