import { expect, test } from '../fixtures.ts';
import { distance, type Frame, forgetFrames, hold, recordedFrames, recordFrames, untilStill } from '../frames.ts';
import { createSpace, SpaceWindow } from '../space.ts';

/** One way; 150 ms there and back. */
const ONE_WAY_DELAY_MS = 75;
/** Tiles a second. */
const WALKING_SPEED = 6;
/** What shifts the avatar by more than walking does is a correction; an accepted step may cause one of half a tile. */
const JUMP_TILES = 0.5;
const MOVING_SHARE = 0.9;

test('150 ms of latency are not seen: one’s own avatar moves at once, nothing jumps, others move in every frame', async ({ visitor }) => {
  const [ines, mira] = [await visitor('Ines'), await visitor('Mira')];
  for (const each of [ines, mira]) await recordFrames(each.page);
  const path = await createSpace(ines.page, { name: 'Long corridor', map: 'Park' });
  const inesSpace = await SpaceWindow.open(ines.page, ines.cable.url + path);
  await SpaceWindow.open(mira.page, mira.cable.url + path);
  for (const { cable } of [ines, mira]) cable.delay(ONE_WAY_DELAY_MS);
  await expect.poll(async () => (await recordedFrames(mira.page)).frames.at(-1)?.others.length).toBe(1);
  await inesSpace.world.focus();
  await untilStill(ines.page);

  for (const [key, ms] of [
    ['ArrowDown', 900],
    ['ArrowUp', 1_500],
    ['ArrowLeft', 900],
    ['ArrowRight', 1_800],
  ] as const) {
    await forgetFrames(ines.page);
    await forgetFrames(mira.page);
    await hold(ines.page, key, ms);
    // The end of a walk is seen later than it is walked.
    for (const { page } of [ines, mira]) await untilStill(page);

    const { frames, pressedAtMs } = await recordedFrames(ines.page);
    const start = frames.findLast(({ atMs }) => atMs <= (pressedAtMs ?? 0)) ?? frames[0];
    const after = frames.filter(({ atMs }) => atMs > (pressedAtMs ?? 0));
    expect(hasMovedWithin(2, after, start), `${key}: moves within two frames of the key`).toBe(true);
    expect(largestJump(frames), `${key}: own avatar never jumps`).toBeLessThanOrEqual(JUMP_TILES);

    const seen = (await recordedFrames(mira.page)).frames;
    expect(movingShare(seen), `${key}: the other is drawn moving`).toBeGreaterThanOrEqual(MOVING_SHARE);
  }
});

const hasMovedWithin = (count: number, frames: readonly Frame[], start: Frame | undefined): boolean =>
  frames.slice(0, count).some(({ self }) => self !== null && start?.self != null && distance(self, start.self) > 0);

/** The furthest that a picture is from where walking on from the one before could have led, in tiles. */
const largestJump = (frames: readonly Frame[]): number =>
  Math.max(
    ...frames.slice(1).map((frame, index) => {
      const before = frames[index];
      if (!frame.self || !before?.self) return 0;
      return distance(frame.self, before.self) - (WALKING_SPEED * (frame.atMs - before.atMs)) / 1_000;
    }),
  );

/** Of the frames between the other's first and last movement, the share in which they moved. */
function movingShare(frames: readonly Frame[]): number {
  const moved = frames.slice(1).map(({ others: [now] }, index) => {
    const before = frames[index]?.others[0];
    return now !== undefined && before !== undefined && distance(now, before) > 0;
  });
  const walk = moved.slice(moved.indexOf(true), moved.lastIndexOf(true) + 1);
  return walk.length === 0 ? 0 : walk.filter(Boolean).length / walk.length;
}
