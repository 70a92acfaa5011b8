import { seededRandom } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import { STEP_MS, TICK_MS, WALK_TILES_PER_SECOND } from './speed.ts';
import { createTickClock } from './tick-clock.ts';
import { extendTrack, INTERPOLATION_DELAY_MS, playTrack, sampleTrack, startTrack, type Track } from './track.ts';

const FRAME_MS = 1_000 / 60;

const at = (x: number) => ({ x, y: 0, direction: 'right' as const });
/** What is drawn when the moment `timeMs` of the track is due and nothing was drawn since it was told. */
const drawnAt = (track: Track, timeMs: number) => sampleTrack(playTrack(track, timeMs + INTERPOLATION_DELAY_MS));

/** Draws sixty pictures a second while steps to the right are told, each with the tick it belongs to and when it came; gives the x of each. */
const draw = (steps: readonly { x: number; atMs: number; cameMs?: number }[], untilMs: number): number[] => {
  let track = startTrack(at(0), 0);
  let told = 0;
  const drawn: number[] = [];
  for (let now = 0; now < untilMs; now += FRAME_MS) {
    for (let step = steps[told]; step && (step.cameMs ?? step.atMs) <= now; step = steps[told]) {
      track = extendTrack(track, at(step.x), step.atMs);
      told += 1;
    }
    track = playTrack(track, now);
    drawn.push(sampleTrack(track).x);
  }
  return drawn;
};

/** The speeds of the pictures from the first that moves to the last, as multiples of the walking speed. */
const speedsOf = (drawn: readonly number[]): number[] => {
  const moved = drawn.slice(1).map((x, i) => (x - (drawn[i] ?? 0)) / ((WALK_TILES_PER_SECOND * FRAME_MS) / 1_000));
  return moved.slice(
    moved.findIndex((each) => each !== 0),
    moved.findLastIndex((each) => each !== 0) + 1,
  );
};

const tickAfter = (ms: number): number => Math.ceil(ms / TICK_MS) * TICK_MS;

test('who stands still is where they are', () => {
  expect(drawnAt(startTrack(at(3), 0), 1_000)).toEqual({ x: 3, y: 0, direction: 'right', isWalking: false });
});

test('a step after a rest takes one pace, slows at its end and is over soon after its time', () => {
  const drawn = draw([{ x: 1, atMs: 1_000 }], 2_000);
  const whenDrawn = (x: number): number => drawn.findIndex((each) => each >= x) * FRAME_MS - INTERPOLATION_DELAY_MS;
  expect(whenDrawn(0.01)).toBeGreaterThanOrEqual(1_000 - STEP_MS);
  expect(Math.abs(whenDrawn(0.5) - (1_000 - STEP_MS / 2))).toBeLessThan(2 * FRAME_MS);
  expect(whenDrawn(1)).toBeGreaterThanOrEqual(1_000);
  expect(whenDrawn(1)).toBeLessThan(1_000 + 2 * TICK_MS);
});

test('a walk told in ticks is drawn at an even speed, without a stop, one step and one tick behind', () => {
  const drawn = draw(
    Array.from({ length: 60 }, (_, i) => ({ x: i + 1, atMs: tickAfter((i + 1) * STEP_MS) })),
    9_000,
  );
  for (const speed of speedsOf(drawn)) {
    expect(speed).toBeGreaterThan(0.6);
    expect(speed).toBeLessThan(1.6);
  }
});

test('a walk on a line that stalls up to 120 ms each way neither halts nor skips', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const random = seededRandom(seed);
    let [arrivedMs, cameMs] = [0, 0];
    const clock = createTickClock();
    const steps = Array.from({ length: 12 }, (_, i) => {
      arrivedMs = Math.max(arrivedMs, 2_000 + i * STEP_MS + random() * 120);
      cameMs = Math.max(cameMs, tickAfter(arrivedMs) + random() * 120 * (random() < 0.15 ? 1 : 0.2));
      return { x: i + 1, atMs: clock.observe(tickAfter(arrivedMs) / TICK_MS, cameMs), cameMs };
    });
    const speeds = speedsOf(draw(steps, 6_000));
    const moving = speeds.filter((speed) => speed > 0).length / speeds.length;
    expect(moving, `seed ${seed}`).toBeGreaterThan(0.9);
    expect(Math.max(...speeds), `seed ${seed}`).toBeLessThan(2);
    expect(Math.min(...speeds), `seed ${seed}`).toBeGreaterThanOrEqual(0);
  }
});

test('after a second in which nobody looked the others are where they are, not on their way', () => {
  let track = playTrack(startTrack(at(0), 0), 1_000);
  for (let step = 1; step <= 30; step += 1) track = extendTrack(track, at(step), 1_000 + step * STEP_MS);
  expect(drawnAt(track, 1_000 + 30 * STEP_MS + 1)).toMatchObject({ x: 30 });
});

test('a jump across the room is no walk', () => {
  const track = extendTrack(startTrack(at(0), 0), at(40), 1_000);
  expect(drawnAt(track, 999)).toMatchObject({ x: 40, isWalking: false });
});

test('a track remembers no more than is drawn, and little when nobody draws it', () => {
  let [seen, unseen] = [startTrack(at(0), 0), startTrack(at(0), 0)];
  for (let step = 1; step < 1_000; step += 1) {
    seen = playTrack(extendTrack(seen, at(step), step * STEP_MS), step * STEP_MS);
    unseen = extendTrack(unseen, at(step), step * STEP_MS);
    expect(seen.legs.length).toBeLessThan(6);
    expect(unseen.legs.length).toBeLessThan(12);
  }
});

test('late frames do not move what they tell; frames that stay late are followed', () => {
  const random = seededRandom(3);
  const clock = createTickClock();
  clock.observe(0, 500);
  for (let tick = 1; tick < 200; tick += 1) {
    const told = clock.observe(tick, 500 + tick * TICK_MS + (tick % 10 === 0 ? 0 : random() * 80));
    expect(Math.abs(told - (500 + tick * TICK_MS))).toBeLessThan(6);
  }
  for (let tick = 200; tick < 1_000; tick += 1) clock.observe(tick, 700 + tick * TICK_MS);
  expect(clock.observe(1_000, 700 + 1_000 * TICK_MS)).toBeCloseTo(700 + 1_000 * TICK_MS);
});
