import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { guardConsole } from '../console-guard.ts';
import { expect, test } from '../fixtures.ts';
import { createSpace, SpaceWindow } from '../space.ts';

const PHONE = { width: 390, height: 844 };

async function isWithoutSeriousFinding(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    `axe on ${name}`,
  ).toEqual([]);
}

async function fitsItsWidth(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** What is still fading in has less contrast than it will have. */
const hasSettled = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map((each) => each.finished));
  });

async function isWell(page: Page, name: string): Promise<void> {
  await hasSettled(page);
  await fitsItsWidth(page, name);
  await isWithoutSeriousFinding(page, name);
}

test('a first visit makes no failing request and says nothing on the console', async ({ browser, topology }) => {
  const context = await browser.newContext();
  const guard = guardConsole(context);
  const page = await context.newPage();
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(topology.url);
  await expect(page).toHaveURL(/sign-in/);
  await page.waitForLoadState('networkidle');
  expect(failed).toEqual([]);
  expect(guard.findings()).toEqual([]);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page fits a phone and a desk, and axe finds nothing serious (${colorScheme})`, async ({ browser, topology, visitor }) => {
    // Axe looks at each of fifteen pages: half a minute, three times that on a busy machine.
    test.slow();
    const context = await browser.newContext({ colorScheme, viewport: PHONE });
    const stranger = await context.newPage();
    for (const path of ['/sign-in', '/sign-up']) {
      await stranger.goto(topology.url + path);
      await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
      await isWell(stranger, path);
    }
    await context.close();

    const { page, cable } = await visitor('Wren', { colorScheme });
    await isWell(page, 'the dashboard without spaces');
    await page.getByRole('button', { name: 'Create a space' }).first().click();
    await isWell(page, 'the dialog that creates a space');
    await page.keyboard.press('Escape');
    const path = await createSpace(page, { name: 'Reading room', map: 'Office' });
    const space = await SpaceWindow.open(page, cable.url + path);
    await space.say('Quiet, please');
    await expect(space.messages.filter({ hasText: 'Quiet, please' })).toBeVisible();

    for (const viewport of [{ width: 1440, height: 900 }, PHONE]) {
      await page.setViewportSize(viewport);
      const size = `at ${viewport.width}`;
      await page.goto(cable.url + path);
      await space.isEntered();
      await isWell(page, `the space ${size}`);
      await space.composer();
      await isWell(page, `the space with its chat ${size}`);
      for (const each of ['/', '/chat', '/me', '/no-such-page']) {
        await page.goto(cable.url + each);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
        await isWell(page, `${each} ${size}`);
      }
    }
  });
}
