import { expect, type Locator, type Page } from '@playwright/test';

/** The page of a space, as a person uses it. */
export class SpaceWindow {
  readonly page: Page;
  readonly world: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.world = page.getByRole('application');
    this.messages = page.getByRole('article');
  }

  static async open(page: Page, url: string): Promise<SpaceWindow> {
    await page.goto(url);
    const space = new SpaceWindow(page);
    await space.isEntered();
    return space;
  }

  /** Waits until the avatar stands in the space. */
  async isEntered(): Promise<void> {
    await expect(this.world).toBeVisible();
    await expect(this.page.getByRole('status', { name: 'Entering' })).toHaveCount(0);
    await expect(this.page.getByRole('button', { name: /[1-9]\d* here$/ })).toBeVisible();
  }

  /** The list of people, opened. */
  async people(): Promise<Locator> {
    const panel = this.page.getByRole('complementary', { name: 'People' });
    if (!(await panel.isVisible()))
      await this.page
        .getByRole('navigation', { name: 'Actions' })
        .getByRole('button', { name: /^People/ })
        .click();
    await expect(panel).toBeVisible();
    return panel.getByRole('listitem');
  }

  /** Where one writes, opened. */
  async composer(): Promise<Locator> {
    const composer = this.page.getByRole('textbox', { name: /^Message #/ });
    if (!(await composer.isVisible()))
      await this.page.getByRole('navigation', { name: 'Actions' }).getByRole('button', { name: /^Chat/ }).click();
    await expect(composer).toBeVisible();
    return composer;
  }

  async type(text: string): Promise<void> {
    await (await this.composer()).pressSequentially(text);
  }

  async say(text: string): Promise<void> {
    const composer = await this.composer();
    await composer.fill(text);
    await composer.press('Enter');
  }
}

/** Makes a space through the dashboard and gives its address. */
export async function createSpace(page: Page, { name, map }: { name: string; map: string }): Promise<string> {
  await page.getByRole('button', { name: 'Create a space' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('radio', { name: map }).check({ force: true });
  await dialog.getByRole('button', { name: 'Create and enter' }).click();
  await expect(page).toHaveURL(/\/spaces\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
