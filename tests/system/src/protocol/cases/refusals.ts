import { beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, pathsOf } from '../wire/expectations.ts';
import type { Sent } from '../wire/http.ts';
import { freshId, type Person, UNREADABLE_TOKEN, type Wire } from '../wire/wire.ts';

/** Every route that asks who calls, with a body that it would take; `admin` for those that ask for the role. */
const GUARDED: { route: string; body?: () => unknown; admin?: true; takesNoField?: true }[] = [
  { route: 'POST /api/v1/logout' },
  { route: 'GET /auth/validate' },
  { route: 'GET /api/v1/me' },
  { route: 'PATCH /api/v1/me', body: () => ({}), takesNoField: true },
  { route: 'GET /api/v1/users/metadata' },
  { route: 'GET /api/v1/spaces' },
  { route: 'POST /api/v1/spaces', body: () => ({ name: 'x' }) },
  { route: 'GET /api/v1/spaces/:id' },
  { route: 'PUT /api/v1/spaces/:id', body: () => ({ name: 'x' }), takesNoField: true },
  { route: 'DELETE /api/v1/spaces/:id' },
  { route: 'POST /api/v1/spaces/:id/join' },
  { route: 'POST /api/v1/spaces/:id/leave' },
  { route: 'GET /api/v1/spaces/:id/members' },
  { route: 'GET /api/v1/spaces/:id/chatrooms' },
  { route: 'POST /api/v1/spaces/:id/chatrooms', body: () => ({ name: 'x', visibility: 'public' }) },
  { route: 'GET /api/v1/chatrooms/:id' },
  { route: 'POST /api/v1/chatrooms/:id/join' },
  { route: 'POST /api/v1/chatrooms/:id/leave' },
  { route: 'GET /api/v1/chatrooms/:id/members' },
  { route: 'POST /api/v1/chatrooms/:id/members', body: () => ({ userId: freshId() }) },
  { route: 'DELETE /api/v1/chatrooms/:id/members/:userId' },
  { route: 'GET /api/v1/chatrooms/:id/messages' },
  { route: 'POST /api/v1/chatrooms/:id/messages', body: () => ({ clientMessageId: freshId(), content: 'x' }) },
  { route: 'GET /api/v1/elements' },
  { route: 'GET /api/v1/avatars' },
  { route: 'GET /api/v1/maps' },
  {
    route: 'POST /api/v1/admin/elements',
    body: () => ({ name: 'x', imageUrl: '/x.png', width: 1, height: 1, static: false }),
    admin: true,
  },
  { route: 'POST /api/v1/admin/avatars', body: () => ({ name: 'x', imageUrl: '/x.png' }), admin: true },
];
const WITH_ID = GUARDED.filter(({ route }) => route.includes(':id'));
const WITH_BODY = GUARDED.filter(({ body }) => body !== undefined);
const OPEN_WITH_BODY = ['POST /api/v1/signup', 'POST /api/v1/login', 'POST /api/v1/refresh'];
const LISTS = [
  'GET /api/v1/spaces',
  'GET /api/v1/spaces/:id/members',
  'GET /api/v1/spaces/:id/chatrooms',
  'GET /api/v1/chatrooms/:id/members',
  'GET /api/v1/chatrooms/:id/messages',
  'GET /api/v1/elements',
  'GET /api/v1/avatars',
  'GET /api/v1/maps',
];

const LARGEST_BODY = 256 * 1024;
/** JSON of exactly so many bytes. */
const jsonOf = (bytes: number): string => `{"padding":"${'x'.repeat(bytes - '{"padding":""}'.length)}"}`;

export function refusalCases(wire: () => Wire): void {
  let ada: Person;
  let admin: Person;
  let ids: { space: string; room: string };
  beforeAll(async () => {
    [ada, admin] = [await wire().person(), await wire().admin()];
    const { space, general } = await wire().space(ada);
    ids = { space: space.id, room: general.id };
  });
  const somebody = (isAdmin?: true): Person => (isAdmin ? admin : ada);
  const withId = (id: string, { body }: { body?: () => unknown }): Sent => ({
    params: { id, userId: freshId() },
    ...(body ? { body: body() } : {}),
  });
  const owned = (route: string): string => (route.includes('/spaces/') ? ids.space : ids.room);

  describe.each(GUARDED)('$route', (guarded) => {
    it('asks who calls before it looks at anything else', async () => {
      const anything = { params: { id: 'no-id', userId: 'no-id' }, ...(guarded.body ? { raw: '{"unreadable' } : {}) };
      expectFailure(await wire().call(guarded.route, anything), 'unauthenticated');
      for (const token of ['a.b.c', UNREADABLE_TOKEN]) {
        expectFailure(await wire().call(guarded.route, { ...anything, token }), 'unauthenticated');
      }
    });
  });

  it.each(WITH_ID)('$route refuses what is no id, before it looks for the thing', async (guarded) => {
    expectFailure(await ada.call(guarded.route, withId('no-id', guarded)), 'invalid_payload');
  });

  it.each(WITH_ID)('$route knows no thing of an unknown id', async (guarded) => {
    expectFailure(await ada.call(guarded.route, withId(freshId(), guarded)), 'not_found');
  });

  it.each(WITH_ID.filter(({ body, takesNoField }) => body && !takesNoField))(
    '$route looks at the payload before the thing',
    async ({ route }) => {
      expectFailure(await ada.call(route, { params: { id: freshId() }, body: {} }), 'invalid_payload');
    },
  );

  describe.each([
    ...WITH_BODY.map(({ route, admin: isAdmin }) => ({ route, isAdmin })),
    ...OPEN_WITH_BODY.map((route) => ({ route, isAdmin: undefined })),
  ])('$route', ({ route, isAdmin }) => {
    it.each([
      ['unreadable JSON', '{"name":'],
      ['no JSON at all', 'name=x&visibility=public'],
      ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
      ['a list', '[]'],
      ['a string', '"text"'],
      ['a number', '5'],
      ['nested without end', '['.repeat(20_000)],
    ])('refuses a body with %s', async (_what, raw) => {
      expectFailure(await somebody(isAdmin).call(route, { params: { id: owned(route) }, raw }), 'invalid_payload');
    });

    it('refuses a body over 256 KiB, not one of 256 KiB', async () => {
      const sent = (bytes: number) => somebody(isAdmin).call(route, { params: { id: owned(route) }, raw: jsonOf(bytes) });
      expectFailure(await sent(LARGEST_BODY + 1), 'payload_too_large');
      expect((await sent(LARGEST_BODY)).status).not.toBe(413);
    });
  });

  it('takes JSON whatever its type is called', async () => {
    const answer = await ada.call('POST /api/v1/spaces', { raw: '{"name":"untyped"}', headers: { 'content-type': 'text/plain' } });
    expect([201, 400]).toContain(answer.status);
  });

  it('answers who sends a large body without being known, and goes on', async () => {
    expectFailure(await wire().call('POST /api/v1/spaces', { raw: jsonOf(LARGEST_BODY * 4) }), 'unauthenticated');
    expect((await ada.call('GET /api/v1/me')).status).toBe(200);
  });

  describe.each(LISTS)('%s', (route) => {
    it.each([
      ['limit 0', { limit: 0 }, 'limit'],
      ['limit 101', { limit: 101 }, 'limit'],
      ['half a limit', { limit: 1.5 }, 'limit'],
      ['a limit in words', { limit: 'all' }, 'limit'],
      ['a limit below nothing', { limit: -1 }, 'limit'],
      ['a cursor that it never gave', { cursor: 'x' }, 'cursor'],
      ['a cursor with NUL', { cursor: '\u0000' }, 'cursor'],
      ['a cursor without end', { cursor: 'x'.repeat(2_000) }, 'cursor'],
    ])('refuses %s', async (_what, query, path) => {
      const error = expectFailure(await ada.call(route, { params: { id: owned(route) }, query }), 'invalid_payload');
      expect(pathsOf(error)).toContain(path);
    });

    it('takes limit 1 and limit 100', async () => {
      for (const limit of [1, 100]) expect((await ada.call(route, { params: { id: owned(route) }, query: { limit } })).status).toBe(200);
    });
  });

  it('answers each request with its own id, also in the header', async () => {
    const [one, two] = [await wire().call('GET /api/v1/me'), await wire().call('GET /api/v1/me')];
    expect(expectFailure(one, 'unauthenticated').requestId).not.toBe(expectFailure(two, 'unauthenticated').requestId);
  });

  it('keeps prototypes out of what it reads', async () => {
    const raw = '{"name":"proto","__proto__":{"role":"admin"},"constructor":{"prototype":{"isAdmin":true}}}';
    expect((await ada.call('POST /api/v1/spaces', { raw })).status).toBe(201);
    expect((await ada.call<{ role: string }>('GET /api/v1/me')).body.role).toBe('user');
  });
}
