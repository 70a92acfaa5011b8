import type { Page } from '@playwright/test';

export type Frame = { atMs: number; self: { x: number; y: number } | null; others: { userId: string; x: number; y: number }[] };

// What the page keeps for the measurement.
declare global {
  interface Window {
    recordedFrames: Frame[];
    pressedAtMs: number | undefined;
  }
}

/** Has the world tell every picture it draws; takes effect with the next load. */
export async function recordFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('metaverse:debug', 'frames');
    window.recordedFrames = [];
    addEventListener('world:frame', (event) => window.recordedFrames.push((event as CustomEvent<Frame>).detail));
    addEventListener('keydown', () => (window.pressedAtMs ??= performance.now()), { capture: true });
  });
}

/** Forgets what was recorded, and the moment of the last key. */
export const forgetFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.recordedFrames = [];
    window.pressedAtMs = undefined;
  });

export const recordedFrames = (page: Page): Promise<{ frames: Frame[]; pressedAtMs: number | undefined }> =>
  page.evaluate(() => ({ frames: window.recordedFrames, pressedAtMs: window.pressedAtMs }));

export const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Holds a key as a person does and lets it go. */
export async function hold(page: Page, key: string, ms: number): Promise<void> {
  await page.keyboard.down(key);
  await page.waitForTimeout(ms);
  await page.keyboard.up(key);
}

/** Waits until what is drawn has been the same for many pictures and for a while. */
export async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(
    ({ pictures, ms }) => {
      const frames = window.recordedFrames.slice(-pictures);
      const [first, last] = [frames[0], frames.at(-1)];
      if (!first?.self || !last || frames.length < pictures || last.atMs - first.atMs < ms) return false;
      const placesOf = (frame: Frame): string => JSON.stringify([frame.self, frame.others]);
      return frames.every((frame) => placesOf(frame) === placesOf(last));
    },
    { pictures: 30, ms: 400 },
    { polling: 100, timeout: 30_000 },
  );
}
