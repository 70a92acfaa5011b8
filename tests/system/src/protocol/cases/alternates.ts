import { beforeAll, describe, expect, it } from 'vitest';
import { type Failure, expectFailure, expectSuccess, pathsOf } from '../wire/expectations.ts';
import type { Answer, Sent } from '../wire/http.ts';
import type { Chatroom, Refreshed, Space } from '../wire/shapes.ts';
import { freshId, freshName, freshPassword, type Person, type Wire } from '../wire/wire.ts';

/** What both routes are sent, each a thing of its own where the request changes something. */
type Pair = { alternate: Sent; canonical: Sent };
type Row = {
  alternate: string;
  canonical: string;
  sent: (scene: Scene) => Promise<Pair> | Pair;
  /** For what anybody may call. */
  isOpen?: true;
};
type Scene = { wire: Wire; ada: Person; bob: Person; admin: Person; space: Space; general: Chatroom };

const same = (sent: Sent): Pair => ({ alternate: sent, canonical: sent });
const id = (value: string): Sent => ({ params: { id: value } });
const message = (): { clientMessageId: string; content: string } => ({ clientMessageId: freshId(), content: 'the same' });

const newSpace = async ({ wire, ada }: Scene): Promise<string> => (await wire.space(ada)).space.id;
const newRoom = async ({ wire, ada }: Scene): Promise<string> => (await wire.space(ada)).general.id;

const rows: Row[] = [
  ...['POST /api/v1/signin', 'POST /auth/login'].map((alternate): Row => ({
    alternate,
    canonical: 'POST /api/v1/login',
    sent: ({ bob: { username, password } }) => same({ body: { username, password, refresh: 'body' } }),
    isOpen: true,
  })),
  {
    alternate: 'POST /auth/register',
    canonical: 'POST /api/v1/signup',
    sent: () => {
      const sent = () => ({ body: { username: freshName(), password: freshPassword(), displayName: 'same', refresh: 'body' } });
      return { alternate: sent(), canonical: sent() };
    },
    isOpen: true,
  },
  {
    alternate: 'POST /auth/refresh',
    canonical: 'POST /api/v1/refresh',
    sent: async ({ wire }) => {
      const sent = async () => ({ body: { refreshToken: (await wire.person()).refreshToken } });
      return { alternate: await sent(), canonical: await sent() };
    },
    isOpen: true,
  },
  {
    alternate: 'POST /auth/logout',
    canonical: 'POST /api/v1/logout',
    sent: async ({ wire }) => {
      const sent = async () => ({ token: (await wire.person()).token });
      return { alternate: await sent(), canonical: await sent() };
    },
  },
  { alternate: 'GET /auth/me', canonical: 'GET /api/v1/me', sent: () => same({}) },
  { alternate: 'GET /users/me', canonical: 'GET /api/v1/me', sent: () => same({}) },
  { alternate: 'GET /api/v1/user/metadata', canonical: 'GET /api/v1/me', sent: () => same({}) },
  { alternate: 'PUT /users/me', canonical: 'PATCH /api/v1/me', sent: () => same({ body: { statusText: 'put' } }) },
  { alternate: 'POST /api/v1/user/metadata', canonical: 'PATCH /api/v1/me', sent: () => same({ body: { displayName: 'posted' } }) },
  { alternate: 'GET /api/v1/space/all', canonical: 'GET /api/v1/spaces', sent: () => same({ query: { mine: 'true', limit: 3 } }) },
  { alternate: 'POST /api/v1/space', canonical: 'POST /api/v1/spaces', sent: () => same({ body: { name: 'same', width: 9, height: 9 } }) },
  { alternate: 'GET /api/v1/space/:id', canonical: 'GET /api/v1/spaces/:id', sent: ({ space }) => same(id(space.id)) },
  {
    alternate: 'DELETE /api/v1/space/:id',
    canonical: 'DELETE /api/v1/spaces/:id',
    sent: async (scene) => ({ alternate: id(await newSpace(scene)), canonical: id(await newSpace(scene)) }),
  },
  { alternate: 'GET /api/v1/chatroom/space/:id', canonical: 'GET /api/v1/spaces/:id/chatrooms', sent: ({ space }) => same(id(space.id)) },
  {
    alternate: 'GET /api/v1/chatroom/rooms',
    canonical: 'GET /api/v1/spaces/:id/chatrooms',
    sent: ({ space }) => ({ alternate: { query: { spaceId: space.id, limit: 2 } }, canonical: { ...id(space.id), query: { limit: 2 } } }),
  },
  {
    alternate: 'POST /api/v1/chatroom/create',
    canonical: 'POST /api/v1/spaces/:id/chatrooms',
    sent: ({ space }) => {
      const body = { name: 'same', visibility: 'public', topic: 'of both' };
      return { alternate: { body: { ...body, spaceId: space.id } }, canonical: { ...id(space.id), body } };
    },
  },
  {
    alternate: 'POST /api/v1/chatroom/join/:id',
    canonical: 'POST /api/v1/chatrooms/:id/join',
    sent: async (scene) => ({ alternate: id(await newRoom(scene)), canonical: id(await newRoom(scene)) }),
  },
  {
    alternate: 'POST /api/v1/chatroom/join',
    canonical: 'POST /api/v1/chatrooms/:id/join',
    sent: async (scene) => ({ alternate: { body: { chatroomId: await newRoom(scene) } }, canonical: id(await newRoom(scene)) }),
  },
  {
    alternate: 'POST /api/v1/chatroom/leave/:id',
    canonical: 'POST /api/v1/chatrooms/:id/leave',
    sent: async (scene) => ({ alternate: id(await newRoom(scene)), canonical: id(await newRoom(scene)) }),
  },
  {
    alternate: 'POST /api/v1/chatroom/leave',
    canonical: 'POST /api/v1/chatrooms/:id/leave',
    sent: async (scene) => ({ alternate: { body: { chatroomId: await newRoom(scene) } }, canonical: id(await newRoom(scene)) }),
  },
  {
    alternate: 'GET /api/v1/chatroom/:id/messages',
    canonical: 'GET /api/v1/chatrooms/:id/messages',
    sent: ({ general }) => same({ ...id(general.id), query: { limit: 2 } }),
  },
  {
    alternate: 'GET /api/v1/messages',
    canonical: 'GET /api/v1/chatrooms/:id/messages',
    sent: ({ general }) => ({
      alternate: { query: { chatroomId: general.id, afterSeq: 1 } },
      canonical: { ...id(general.id), query: { afterSeq: 1 } },
    }),
  },
  {
    alternate: 'POST /api/v1/chatroom/:id/send',
    canonical: 'POST /api/v1/chatrooms/:id/messages',
    sent: ({ general }) => ({ alternate: { ...id(general.id), body: message() }, canonical: { ...id(general.id), body: message() } }),
  },
  {
    alternate: 'POST /api/v1/admin/element',
    canonical: 'POST /api/v1/admin/elements',
    sent: ({ admin }) => same({ token: admin.token, body: { name: 'same', imageUrl: '/same.png', width: 1, height: 1, static: false } }),
  },
  {
    alternate: 'POST /api/v1/admin/avatar',
    canonical: 'POST /api/v1/admin/avatars',
    sent: ({ admin }) => same({ token: admin.token, body: { name: 'same', imageUrl: '/same.png' } }),
  },
  { alternate: 'GET /rooms/:id', canonical: 'GET /api/v1/chatrooms/:id', sent: ({ general }) => same(id(general.id)) },
  {
    alternate: 'POST /rooms/:id/join',
    canonical: 'POST /api/v1/chatrooms/:id/join',
    sent: async (scene) => ({ alternate: id(await newRoom(scene)), canonical: id(await newRoom(scene)) }),
  },
  {
    alternate: 'DELETE /rooms/:id/leave',
    canonical: 'POST /api/v1/chatrooms/:id/leave',
    sent: async (scene) => ({ alternate: id(await newRoom(scene)), canonical: id(await newRoom(scene)) }),
  },
  { alternate: 'GET /rooms/:id/members', canonical: 'GET /api/v1/chatrooms/:id/members', sent: ({ general }) => same(id(general.id)) },
  {
    alternate: 'GET /messages/:roomId',
    canonical: 'GET /api/v1/chatrooms/:id/messages',
    sent: ({ general }) => ({ alternate: { params: { roomId: general.id } }, canonical: id(general.id) }),
  },
  {
    alternate: 'POST /messages',
    canonical: 'POST /api/v1/chatrooms/:id/messages',
    sent: ({ general }) => ({
      alternate: { body: { ...message(), roomId: general.id } },
      canonical: { ...id(general.id), body: message() },
    }),
  },
];

/** Paths whose place says which thing is meant, elsewhere than in the canonical path, and the field that says it. */
const MOVED: [route: string, where: 'query' | 'body', field: string][] = [
  ['GET /api/v1/chatroom/rooms', 'query', 'spaceId'],
  ['POST /api/v1/chatroom/create', 'body', 'spaceId'],
  ['POST /api/v1/chatroom/join', 'body', 'chatroomId'],
  ['POST /api/v1/chatroom/leave', 'body', 'chatroomId'],
  ['GET /api/v1/messages', 'query', 'chatroomId'],
  ['POST /messages', 'body', 'roomId'],
];

/** A token, or whatever has digits in it. */
const ITS_OWN = /[0-9]|^[\w-]{40,}$/;

/** The form of an answer without what every thing has of its own: ids, times, tokens, counters, looks (given at random). */
function form(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(form);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, each]) => [key, key === 'avatar' && each !== null ? Object.keys(each as object).toSorted() : form(each)])
        .toSorted(),
    );
  }
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' && ITS_OWN.test(value) ? 'of its own' : value;
}

const withoutRequestId = ({ status, body }: Answer<unknown>): unknown => {
  const { error } = body as Failure; // a refusal, checked by expectFailure
  return { status, error: { ...error, requestId: '' } };
};

export function alternateCases(wire: () => Wire): void {
  let scene: Scene;
  beforeAll(async () => {
    const [ada, bob, admin] = [await wire().person(), await wire().person(), await wire().admin()];
    scene = { wire: wire(), ada, bob, admin, ...(await wire().space(ada)) };
    for (let i = 0; i < 3; i += 1) {
      expectSuccess(await ada.call('POST /api/v1/chatrooms/:id/messages', { ...id(scene.general.id), body: message() }), 201);
    }
  });

  describe.each(rows)('$alternate', ({ alternate, canonical, sent, isOpen }) => {
    it(`answers exactly as ${canonical}`, async () => {
      const pair = await sent(scene);
      const one = await scene.ada.call(alternate, pair.alternate);
      const other = await scene.ada.call(canonical, pair.canonical);
      expect(one.status, one.text).toBe(other.status);
      expect(one.status).toBeLessThan(300);
      const names = (headers: Headers): string[] => [...headers.keys()].filter((name) => name !== 'x-request-id').toSorted();
      expect(names(one.headers)).toEqual(names(other.headers));
      if (alternate.startsWith('GET')) expect(one.body).toEqual(other.body);
      else expect(form(one.body)).toEqual(form(other.body));
    });

    it(`refuses as ${canonical} does`, async () => {
      const pair = await sent(scene);
      const [one, other] = isOpen
        ? [await scene.wire.call(alternate, { body: { refreshToken: 5 } }), await scene.wire.call(canonical, { body: { refreshToken: 5 } })]
        : [
            await scene.wire.call(alternate, { ...pair.alternate, token: undefined }),
            await scene.wire.call(canonical, { ...pair.canonical, token: undefined }),
          ];
      expectFailure(one, isOpen ? 'invalid_payload' : 'unauthenticated');
      expect(withoutRequestId(one)).toEqual(withoutRequestId(other));
    });
  });

  describe.each(MOVED)('%s', (route, where, field) => {
    const rest = { clientMessageId: freshId(), content: 'x', name: 'x', visibility: 'public' };
    const sentWith = (value: string | undefined): Sent => {
      const moved = value === undefined ? {} : { [field]: value };
      return where === 'query' ? { query: moved } : { body: { ...rest, ...moved } };
    };

    it(`needs ${field} in the ${where}`, async () => {
      expect(pathsOf(expectFailure(await scene.ada.call(route, sentWith(undefined)), 'invalid_payload'))).toContain(field);
      expectFailure(await scene.ada.call(route, sentWith('no-id')), 'invalid_payload');
      expectFailure(await scene.ada.call(route, sentWith(freshId())), 'not_found');
    });
  });

  it('gives a browser a cookie that /auth/refresh gets too', async () => {
    const answer = await wire().call('POST /auth/register', { body: { username: freshName(), password: freshPassword() } });
    const cookie = answer.headers.getSetCookie().find((each) => /path=\/auth(\/refresh)?(;|$)|path=\/(;|$)/i.test(each));
    expect(cookie).toBeDefined();
    expectSuccess(await wire().call<Refreshed>('POST /auth/refresh', { headers: { cookie: cookie?.split(';')[0] ?? '' } }));
  });
}
