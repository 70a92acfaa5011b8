import { avatarCatalogue, elementCatalogue, mapTemplates } from '@metaverse/art';
import { Avatar, Element, SpaceMap } from '@metaverse/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type Person, signUpSomebody } from '../../testing/call.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

let http: TestHttp;
let person: Person;
let admin: Person;
beforeAll(async () => {
  http = await startHttp();
  person = await signUpSomebody(http.origin);
  admin = await signUpSomebody(http.origin);
  await http.db.prisma.user.update({ where: { id: admin.id }, data: { role: 'admin' } });
});
afterAll(() => http.stop());

const as = ({ token }: Person, line: string, body?: unknown) => call(http.origin, line, { token, body });

describe('the catalogue', () => {
  it.each([
    ['elements', Element, elementCatalogue().map(({ name }) => name)],
    ['avatars', Avatar, avatarCatalogue.map(({ name }) => name)],
    ['maps', SpaceMap, mapTemplates.map(({ name }) => name)],
  ])('lists %s, page by page, each once', async (list, schema, names) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await as(person, `GET /api/v1/${list}?limit=7${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((item: unknown) => schema.parse(item).name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(names);
  });

  it('shows a picture of everything in it', async () => {
    const lists = await Promise.all(['elements', 'avatars', 'maps'].map((list) => as(person, `GET /api/v1/${list}?limit=100`)));
    const urls = lists.flatMap(({ body }) => body.items.map((item: Record<string, string>) => item['imageUrl'] ?? item['thumbnailUrl']));
    for (const url of urls) expect((await call(http.origin, `GET ${url}`)).status, url).toBe(200);
  });

  it.each(['elements', 'avatars', 'maps'])('refuses nobody and broken pages of %s', async (list) => {
    expectFailure(await call(http.origin, `GET /api/v1/${list}`), 401, 'unauthenticated');
    expectFailure(await as(person, `GET /api/v1/${list}?limit=1000`), 400, 'invalid_payload');
    expectFailure(await as(person, `GET /api/v1/${list}?cursor=%00`), 400, 'invalid_payload');
  });
});

describe('what admins add', () => {
  const element = { name: 'Statue', imageUrl: 'https://example.org/statue.png', width: 2, height: 1, static: true };

  it('is an element that blocks its footprint when it is static', async () => {
    const answer = await as(admin, 'POST /api/v1/admin/elements', element);
    expect(answer.status).toBe(201);
    expect(Element.parse(answer.body)).toMatchObject({ ...element, piece: null, blocks: [[0, 0], [1, 0]] }); // prettier-ignore
    expect((await as(admin, 'POST /api/v1/admin/elements', { ...element, static: false })).body.blocks).toEqual([]);
  });

  it('is an avatar with a look or an image', async () => {
    const look = avatarCatalogue[0]!.look;
    expect((await as(admin, 'POST /api/v1/admin/avatars', { name: 'Drawn', look })).body).toMatchObject({ look, imageUrl: null });
    expect((await as(admin, 'POST /api/v1/admin/avatars', { name: 'Shot', imageUrl: '/media/x.png' })).body).toMatchObject({ look: null });
    expectFailure(await as(admin, 'POST /api/v1/admin/avatars', { name: 'Nothing' }), 400, 'invalid_payload');
  });

  it.each([
    ['an address of a script', { ...element, imageUrl: 'javascript:alert(1)' }],
    ['an address of another host in disguise', { ...element, imageUrl: '//example.org/x.png' }],
    ['no size', { name: 'x', imageUrl: '/x.png', static: true }],
    ['a size of nothing', { ...element, width: 0 }],
  ])('is refused with %s', async (_, body) => {
    expectFailure(await as(admin, 'POST /api/v1/admin/elements', body), 400, 'invalid_payload');
  });

  it.each(['elements', 'avatars'])('is for admins alone: %s', async (list) => {
    expectFailure(await as(person, `POST /api/v1/admin/${list}`, {}), 403, 'forbidden');
    expectFailure(await call(http.origin, `POST /api/v1/admin/${list}`, { body: {} }), 401, 'unauthenticated');
  });

  it('survives a new start, and so do the ids of what the seed brought', async () => {
    const before = (await as(person, 'GET /api/v1/avatars?limit=100')).body.items;
    const { seedCatalogue } = await import('@metaverse/db');
    const { drawnCatalogue } = await import('../../seed/catalogue.ts');
    await seedCatalogue(http.db, drawnCatalogue());
    expect((await as(person, 'GET /api/v1/avatars?limit=100')).body.items).toEqual(before);
  });
});
