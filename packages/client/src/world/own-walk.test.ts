import type { Grid } from '@metaverse/world-core';
import { STEP_MS } from '@metaverse/world-core';
import { describe, expect, it } from 'vitest';
import { OwnWalk } from './own-walk.ts';

/** Rows of a map; "#" blocks. */
const gridOf = (...rows: string[]): Grid => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  tiles: Uint8Array.from(rows.join(''), (tile) => (tile === '#' ? 1 : 0)),
});

const OPEN = gridOf('..........', '..........', '..........');
const walkOn = (grid: Grid, x: number, y: number) => new OwnWalk({ grid, spot: { x, y, direction: 'down' }, nowMs: 0 });

/** Frames of 16 ms; gives the steps that were sent. */
function run(walk: OwnWalk, fromMs: number, toMs: number) {
  const steps = [];
  for (let now = fromMs; now <= toMs; now += 16) {
    const step = walk.advance(now);
    if (step !== null) steps.push(step);
  }
  return steps;
}

describe("one's own walk", () => {
  it('begins with the frame after the key and moves in each frame while the key is held', () => {
    const walk = walkOn(OPEN, 0, 0);
    walk.steer({ dx: 1, dy: 0 });
    expect(walk.advance(1_000)).toEqual({ seq: 1, x: 1, y: 0 });
    let before = walk.sample(1_000).x;
    for (let now = 1_016; now < 2_000; now += 16) {
      walk.advance(now);
      const { x } = walk.sample(now);
      expect(x).toBeGreaterThan(before);
      before = x;
    }
    expect(before).toBeCloseTo(1_000 / STEP_MS, 0);
  });

  it('keeps the walking speed over many steps', () => {
    const walk = walkOn(gridOf('.'.repeat(60)), 0, 0);
    walk.steer({ dx: 1, dy: 0 });
    expect(run(walk, 0, 5_000)).toHaveLength(Math.ceil(5_000 / STEP_MS));
  });

  it('slides along a wall and turns towards what stops it', () => {
    const walk = walkOn(gridOf('...', '.##'), 0, 0);
    walk.steer({ dx: 1, dy: 1 });
    expect(walk.advance(0)).toMatchObject({ x: 1, y: 0 });
    walk.steer({ dx: 0, dy: 1 });
    expect(walk.advance(1_000)).toBeNull();
    expect(walk.spot()).toMatchObject({ x: 1, y: 0, direction: 'down' });
  });

  it('walks to a place around what stands in between, and not where no way leads', () => {
    const walk = walkOn(gridOf('.#.', '...', '.#.'), 0, 0);
    expect(walk.walkTo({ x: 2, y: 0 })).toBe(true);
    run(walk, 0, 3_000);
    expect(walk.spot()).toMatchObject({ x: 2, y: 0 });
    expect(walk.path()).toEqual([]);
    expect(walk.walkTo({ x: 1, y: 0 })).toBe(false);
  });

  it('is not shifted by a step that the server accepts', () => {
    const walk = walkOn(OPEN, 0, 0);
    walk.steer({ dx: 1, dy: 0 });
    run(walk, 0, 400);
    const before = walk.sample(400);
    walk.accept({ seq: 1, x: 1, y: 0, direction: 'right' }, 400);
    expect(walk.sample(400)).toEqual(before);
  });

  it('glides back to the place that holds after a refusal, and jumps only when that is far', () => {
    const walk = walkOn(OPEN, 0, 0);
    walk.steer({ dx: 1, dy: 0 });
    run(walk, 0, 400);
    walk.steer(null);
    const before = walk.sample(400);
    walk.reject({ seq: 3, x: 2, y: 0 }, 400);
    expect(walk.sample(400)).toMatchObject({ x: before.x, y: before.y });
    expect(walk.sample(600)).toMatchObject({ x: 2, y: 0, isWalking: false });

    walk.reset({ x: 9, y: 2, direction: 'up' }, { nowMs: 700 });
    expect(walk.sample(700)).toMatchObject({ x: 9, y: 2, direction: 'up' });
  });

  it('finds another way when the map changes under a path', () => {
    const walk = walkOn(OPEN, 0, 1);
    walk.walkTo({ x: 4, y: 1 });
    run(walk, 0, 100);
    walk.reset(walk.spot(), { nowMs: 300, grid: gridOf('..........', '..#.......', '..........') });
    run(walk, 500, 3_000);
    expect(walk.spot()).toMatchObject({ x: 4, y: 1 });
  });
});
