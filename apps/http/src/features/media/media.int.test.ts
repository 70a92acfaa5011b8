import { newId } from '@metaverse/db';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, type Person, signUpSomebody } from '../../testing/call.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

let http: TestHttp;
let person: Person;
beforeAll(async () => {
  http = await startHttp();
  person = await signUpSomebody(http.origin);
});
afterAll(() => http.stop());

const thumbnailOf = async (fields: Record<string, unknown>): Promise<{ id: string; thumbnailUrl: string }> =>
  (await call(http.origin, 'POST /api/v1/spaces', { token: person.token, body: { name: 'Seen', ...fields } })).body;
const download = async (url: string, headers: Record<string, string> = {}): Promise<Response> => fetch(http.origin + url, { headers });

describe('drawings', () => {
  it.each(['/media/art/pieces/desk.svg', '/media/art/avatars/ines.svg'])('are SVG that may do nothing but draw: %s', async (url) => {
    const answer = await call(http.origin, `GET ${url}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(answer.text).toMatch(/^<svg /);
  });

  it.each(['pieces/unheard-of', 'avatars/nobody', 'pieces/__proto__', 'avatars/constructor'])('are not made up: %s', async (name) => {
    expectFailure(await call(http.origin, `GET /media/art/${name}.svg`), 404, 'not_found');
  });
});

describe('thumbnails', () => {
  it('show the space as it is, and are kept for good under an address that nobody can guess', async () => {
    const { thumbnailUrl } = await thumbnailOf({ visibility: 'private', width: 20, height: 10 });
    const answer = await download(thumbnailUrl);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const { format, width, height } = await sharp(await answer.bytes()).metadata();
    expect(format).toBe('webp');
    expect(width / height).toBeCloseTo(2, 1);

    // fetch would ask for a fresh answer by itself.
    const again = await download(thumbnailUrl, { 'If-None-Match': answer.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' });
    expect(again.status).toBe(304);
  });

  it('differ when something else stands there, and are not kept under the old address', async () => {
    const space = await thumbnailOf({ width: 10, height: 10 });
    const before = await download(space.thumbnailUrl);
    const element = await http.db.prisma.element.findFirstOrThrow({ where: { piece: { not: null }, static: true } });
    await http.db.prisma.placement.create({ data: { id: newId(), spaceId: space.id, elementId: element.id, x: 4, y: 4 } });
    await http.db.prisma.space.update({ where: { id: space.id }, data: { mapVersion: 2 } });

    const { thumbnailUrl } = (await call(http.origin, `GET /api/v1/spaces/${space.id}`, { token: person.token })).body;
    expect(thumbnailUrl).not.toBe(space.thumbnailUrl);
    const [after, old] = [await download(thumbnailUrl), await download(space.thumbnailUrl)];
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(old.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('are refused without the proof, with a wrong one, and with that of another space or version', async () => {
    const [one, two] = [await thumbnailOf({}), await thumbnailOf({})];
    const proof = new URL(one.thumbnailUrl, http.origin).searchParams.get('k');
    for (const url of [
      `/media/art/spaces/${one.id}.webp`,
      `/media/art/spaces/${one.id}.webp?v=1&k=`,
      `/media/art/spaces/${one.id}.webp?v=1&k=${'x'.repeat(22)}`,
      `/media/art/spaces/${one.id}.webp?v=2&k=${proof}`,
      `/media/art/spaces/${one.id}.webp?v=1&v=1&k=${proof}`,
      `/media/art/spaces/${two.id}.webp?v=1&k=${proof}`,
      '/media/art/spaces/nonsense.webp?v=1&k=x',
    ])
      expectFailure(await call(http.origin, `GET ${url}`), 404, 'not_found');
  });

  it('of templates are for everybody', async () => {
    const map = await http.db.prisma.map.findFirstOrThrow({ where: { key: 'park' } });
    const answers = await Promise.all(Array.from({ length: 4 }, () => download(`/media/art/maps/${map.id}.webp`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expectFailure(await call(http.origin, `GET /media/art/maps/${newId()}.webp`), 404, 'not_found');
  });
});
