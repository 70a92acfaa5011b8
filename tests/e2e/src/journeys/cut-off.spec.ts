import { expect, test } from '../fixtures.ts';
import { createSpace, SpaceWindow } from '../space.ts';

const CUT_MS = 10_000;

test('somebody who is cut off for ten seconds is told so, and gets exactly what was said, in order', async ({ visitor }) => {
  const [ines, mira] = [await visitor('Ines'), await visitor('Mira')];
  const path = await createSpace(ines.page, { name: 'Windy pier', map: 'Park' });
  const inesSpace = await SpaceWindow.open(ines.page, ines.cable.url + path);
  const miraSpace = await SpaceWindow.open(mira.page, mira.cable.url + path);
  await inesSpace.say('Before the cut');
  await miraSpace.composer();
  await expect(miraSpace.messages.filter({ hasText: 'Before the cut' })).toBeVisible();

  mira.guard.expectCut();
  mira.cable.cut();
  const cutAt = Date.now();
  await expect(mira.page.getByText(/Reconnecting|You are offline/).first()).toBeVisible();

  for (const text of ['one of three', 'two of three', 'three of three']) await inesSpace.say(text);
  await expect(inesSpace.messages.filter({ hasText: 'three of three' })).toBeVisible();
  // What is written without a connection waits, and goes out later.
  await miraSpace.say('written in the dark');

  await expect.poll(() => Date.now() - cutAt, { timeout: 2 * CUT_MS }).toBeGreaterThanOrEqual(CUT_MS);
  mira.cable.mend();

  await expect(miraSpace.messages.filter({ hasText: 'three of three' })).toBeVisible({ timeout: 20_000 });
  await expect(mira.page.getByText(/Reconnecting|You are offline/)).toHaveCount(0);
  await expect(inesSpace.messages.filter({ hasText: 'written in the dark' })).toBeVisible();
  await expect(miraSpace.messages.filter({ hasText: /of three/ })).toHaveText([/one of three/, /two of three/, /three of three/]);
  await expect(inesSpace.messages.filter({ hasText: 'written in the dark' })).toHaveCount(1);
});
