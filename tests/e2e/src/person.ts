import { randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';

export type Person = { name: string; username: string; password: string; page: Page; context: BrowserContext };

/** Known to nobody, so that the strength check has nothing to say. */
const newPassword = (): string => `lantern-${randomBytes(8).toString('hex')}`;

/** Signs up through the page, as a newcomer does, and ends on the dashboard. */
export async function signUp(context: BrowserContext, { url, name }: { url: string; name: string }): Promise<Person> {
  const page = await context.newPage();
  const username = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}`;
  const password = newPassword();
  await page.goto(`${url}/sign-up`);
  await page.getByLabel('Display name').fill(name);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account and enter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Where to today?' })).toBeVisible();
  return { name, username, password, page, context };
}
