import { seededRandom } from '@metaverse/test-kit';
import { expect, test } from 'vitest';
import { STEP_MS, TICK_MS } from './speed.ts';
import { createTickClock } from './tick-clock.ts';
import { extendTrack, INTERPOLATION_DELAY_MS, sampleTrack, startTrack } from './track.ts';

const at = (x: number) => ({ x, y: 0, direction: 'right' as const });

test('who stands still is where they are', () => {
  expect(sampleTrack(startTrack(at(3), 0), 1_000)).toEqual({ x: 3, y: 0, direction: 'right', isWalking: false });
});

test('a step after a rest takes one pace and ends at its time', () => {
  const track = extendTrack(startTrack(at(0), 0), at(1), 1_000);
  expect(sampleTrack(track, 1_000 - STEP_MS).x).toBe(0);
  expect(sampleTrack(track, 1_000 - STEP_MS / 2)).toMatchObject({ x: expect.closeTo(0.5) as number, isWalking: true });
  expect(sampleTrack(track, 1_000)).toMatchObject({ x: 1, isWalking: false });
});

test('a walk told in ticks is drawn at an even speed, without a stop, one step and one tick behind', () => {
  let track = startTrack(at(0), 0);
  const stepTimes = Array.from({ length: 60 }, (_, i) => Math.ceil(((i + 1) * STEP_MS) / TICK_MS) * TICK_MS);
  let next = 0;
  const drawn: number[] = [];
  for (let now = 0; now < 9_000; now += 1_000 / 60) {
    while ((stepTimes[next] ?? Infinity) <= now) {
      track = extendTrack(track, at(next + 1), stepTimes[next] ?? 0);
      next += 1;
    }
    drawn.push(sampleTrack(track, now - INTERPOLATION_DELAY_MS).x);
  }
  const speeds = drawn.slice(20).map((x, i) => x - (drawn[i + 19] ?? 0));
  const perFrame = 6 / 60;
  for (const speed of speeds) {
    expect(speed).toBeGreaterThan(perFrame * 0.6);
    expect(speed).toBeLessThan(perFrame * 1.6);
  }
});

test('a jump across the room is no walk', () => {
  const track = extendTrack(startTrack(at(0), 0), at(40), 1_000);
  expect(sampleTrack(track, 999)).toMatchObject({ x: 40, isWalking: false });
});

test('a track remembers no more than is drawn', () => {
  let track = startTrack(at(0), 0);
  for (let step = 1; step < 1_000; step += 1) track = extendTrack(track, at(step), step * STEP_MS);
  expect(track.legs.length).toBeLessThan(6);
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
