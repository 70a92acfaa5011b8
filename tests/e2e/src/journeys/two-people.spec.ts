import { basename } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { distance, forgetFrames, hold, recordedFrames, recordFrames, untilStill } from '../frames.ts';
import { createSpace, SpaceWindow } from '../space.ts';
import { writeNotes } from '../write-notes.ts';

/** History comes in pages of 50. */
const MORE_THAN_A_PAGE = 52;

test('two people sign up, meet in a space, walk, are stopped by a wall, talk, come back and leave', async ({ visitor }) => {
  const [ines, mira] = [await visitor('Ines'), await visitor('Mira')];
  for (const each of [ines, mira]) await recordFrames(each.page);

  const path = await createSpace(ines.page, { name: 'Harbour lab', map: 'Office' });
  const inesSpace = await SpaceWindow.open(ines.page, ines.cable.url + path);
  const miraSpace = await SpaceWindow.open(mira.page, mira.cable.url + path);

  // Each sees the other appear.
  await expect(await inesSpace.people()).toHaveText([/Ines/, /Mira/]);
  await expect(await miraSpace.people()).toHaveText([/Mira/, /Ines/]);
  await expect.poll(async () => (await recordedFrames(ines.page)).frames.at(-1)?.others.length).toBe(1);

  // Walking is seen by the other, and ends where the wall stands.
  await untilStill(ines.page);
  await forgetFrames(ines.page);
  await forgetFrames(mira.page);
  await inesSpace.world.focus();
  await hold(ines.page, 'ArrowUp', 2_500);
  await untilStill(ines.page);
  const own = (await recordedFrames(ines.page)).frames;
  const [from, stop] = [own[0]?.self, own.at(-1)?.self];
  if (!from || !stop) throw new Error('no frame was drawn');
  expect(stop.y, 'the reception desk or a wall ends the walk').toBeGreaterThan(0);
  await hold(ines.page, 'ArrowUp', 600);
  await untilStill(ines.page);
  expect((await recordedFrames(ines.page)).frames.at(-1)?.self, 'what is blocked stays blocked').toEqual(stop);
  await hold(ines.page, 'ArrowLeft', 700);
  await untilStill(ines.page);
  const after = (await recordedFrames(ines.page)).frames.at(-1)?.self;
  if (!after) throw new Error('no frame was drawn');
  expect(distance(after, stop), 'the way beside it is free').toBeGreaterThanOrEqual(1);
  await expect.poll(async () => (await recordedFrames(mira.page)).frames.at(-1)?.others.map(({ x, y }) => ({ x, y }))).toEqual([after]);

  // Typing shows, and what is said arrives.
  await inesSpace.composer();
  await miraSpace.type('On my');
  await expect(ines.page.getByText('Mira is typing')).toBeVisible();
  await miraSpace.say('On my way over');
  await expect(inesSpace.messages.filter({ hasText: 'On my way over' })).toBeVisible();
  await inesSpace.say('The kettle is on');
  await expect(miraSpace.messages.filter({ hasText: 'The kettle is on' })).toBeVisible();

  // A reload brings the history back.
  await mira.page.reload();
  await miraSpace.isEntered();
  await miraSpace.composer();
  await expect(miraSpace.messages.filter({ hasText: 'On my way over' })).toBeVisible();
  await expect(miraSpace.messages.filter({ hasText: 'The kettle is on' })).toBeVisible();

  // Leaving makes the avatar vanish.
  await expect(await inesSpace.people()).toHaveCount(2);
  await mira.page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(mira.page).toHaveURL(/\/$/);
  await expect(await inesSpace.people()).toHaveText([/Ines/]);
  await expect.poll(async () => (await recordedFrames(ines.page)).frames.at(-1)?.others.length).toBe(0);

  // Who was away for more than a page of messages is led to the first new one.
  await writeNotes(ines, { url: ines.cable.url, spaceId: basename(path), count: MORE_THAN_A_PAGE });
  const back = await SpaceWindow.open(mira.page, mira.cable.url + path);
  await back.composer();
  await mira.page.getByRole('button', { name: `First of ${MORE_THAN_A_PAGE} new` }).click();
  await expect(back.messages.filter({ hasText: /Note 1$/ })).toBeInViewport();
  await expect(mira.page.getByRole('separator', { name: 'New messages' })).toBeInViewport();
});
