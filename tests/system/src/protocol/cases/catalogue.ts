import { beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../wire/expectations.ts';
import { avatar as avatarShape, type Avatar, element as elementShape, type Element, id, type Page, text } from '../wire/shapes.ts';
import type { Person, Wire } from '../wire/wire.ts';

const anElement = { name: 'Lamp', imageUrl: 'https://example.org/lamp.png', width: 1, height: 2, static: true };
const anAvatar = { name: 'Robin', imageUrl: 'https://example.org/robin.png' };

export function catalogueCases(wire: () => Wire): void {
  let ada: Person;
  let admin: Person;
  beforeAll(async () => {
    [ada, admin] = [await wire().person(), await wire().admin()];
  });
  const all = async <T>(route: string): Promise<T[]> => {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<T> = expectSuccess(await ada.call<Page<T>>(route, { query: { limit: 7, ...(cursor === null ? {} : { cursor }) } }));
      expect(page.items.length).toBeLessThanOrEqual(7);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  };

  it.each<[string, Record<string, unknown>]>([
    ['GET /api/v1/elements', elementShape],
    ['GET /api/v1/avatars', avatarShape],
    ['GET /api/v1/maps', { id, name: text }],
  ])('%s gives every signed-in user the whole catalogue, page by page', async (route, shape) => {
    const items = await all<{ id: string }>(route);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    for (const item of items) expect(item).toMatchObject(shape);
  });

  it('shows a new element to everybody', async () => {
    const made = expectSuccess(await admin.call<Element>('POST /api/v1/admin/elements', { body: anElement }), 201);
    expect(made).toMatchObject({ ...elementShape, ...anElement });
    expect(await all<Element>('GET /api/v1/elements')).toContainEqual(made);
  });

  it('lets everybody choose a new avatar', async () => {
    const made = expectSuccess(await admin.call<Avatar>('POST /api/v1/admin/avatars', { body: anAvatar }), 201);
    expect(made).toMatchObject({ ...avatarShape, ...anAvatar, look: null });
    expect(expectSuccess(await ada.call('PATCH /api/v1/me', { body: { avatarId: made.id } }))).toMatchObject({
      avatar: { id: made.id, imageUrl: anAvatar.imageUrl },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['POST /api/v1/admin/elements', anElement],
    ['POST /api/v1/admin/avatars', anAvatar],
  ])('%s is for admins only, whatever is sent', async (route, body) => {
    expectFailure(await wire().call(route, { body }), 'unauthenticated');
    expectFailure(await ada.call(route, { body }), 'forbidden');
    expectFailure(await ada.call(route, { body: {} }), 'forbidden');
    expectFailure(await ada.call(route, { raw: '{' }), 'forbidden');
    expectFailure(await admin.call(route, { body: {} }), 'invalid_payload');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: undefined }, 'name'],
    ['a name of 81', { name: 'n'.repeat(81) }, 'name'],
    ['a blank name', { name: ' ' }, 'name'],
    ['no imageUrl', { imageUrl: undefined }, 'imageUrl'],
    ['a script as imageUrl', { imageUrl: 'javascript:alert(1)' }, 'imageUrl'],
    ['a width of 0', { width: 0 }, 'width'],
    ['half a tile of height', { height: 0.5 }, 'height'],
    ['a word as static', { static: 'yes' }, 'static'],
  ])('refuses an element with %s', async (_what, fields, path) => {
    const answer = await admin.call('POST /api/v1/admin/elements', { body: { ...anElement, ...fields } });
    expect(pathsOf(expectFailure(answer, 'invalid_payload'))).toContain(path);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: undefined }, 'name'],
    ['a number as name', { name: 9 }, 'name'],
    ['a script as imageUrl', { imageUrl: 'javascript:alert(1)' }, 'imageUrl'],
    ['a look that is none', { look: { body: 'giant' } }, 'look'],
    ['neither look nor image', { imageUrl: undefined }, ''],
  ])('refuses an avatar with %s', async (_what, fields, path) => {
    const answer = await admin.call('POST /api/v1/admin/avatars', { body: { ...anAvatar, ...fields } });
    expect(pathsOf(expectFailure(answer, 'invalid_payload')).join()).toContain(path);
  });

  describe('roles', () => {
    it('are told by /auth/validate', async () => {
      expect(expectSuccess(await admin.call('GET /auth/validate'))).toMatchObject({ userId: admin.id, role: 'admin' });
    });
  });
}
