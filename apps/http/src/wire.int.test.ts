import { alternatePaths, httpRoutes, type RouteContract } from '@metaverse/contracts';
import { newId } from '@metaverse/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, PASSWORD, type Person, signUpSomebody } from './testing/call.ts';
import { expectFailure } from './testing/expect-failure.ts';
import { startHttp, type TestHttp } from './testing/start-http.ts';

describe('the wire', () => {
  let http: TestHttp;
  let person: Person;
  beforeAll(async () => {
    http = await startHttp({ allowedOrigins: ['https://app.example.org'] });
    person = await signUpSomebody(http.origin);
  });
  afterAll(() => http.stop());
  const as = (line: string, body?: unknown) => call(http.origin, line, { token: person.token, body });

  it('refuses a body that is no JSON, that is too large, that is something else than an object', async () => {
    const send = (raw: string | Uint8Array<ArrayBuffer>) => call(http.origin, 'POST /api/v1/login', { raw });
    expectFailure(await send('{"username":'), 400, 'invalid_payload');
    expectFailure(await send(new Uint8Array([0xff, 0xfe, 0x00])), 400, 'invalid_payload');
    for (const raw of ['null', '[]', '"text"', '1', '']) expectFailure(await send(raw), 400, 'invalid_payload');
    expectFailure(await send(JSON.stringify({ username: 'x'.repeat(256 * 1024) })), 413, 'payload_too_large');
  });

  it('takes a body whatever its type is said to be, and ignores unknown fields', async () => {
    const raw = JSON.stringify({ username: person.username, password: PASSWORD, nonsense: true });
    expect((await call(http.origin, 'POST /api/v1/login', { raw, headers: { 'Content-Type': 'text/plain' } })).status).toBe(200);
  });

  it.each(['', '%20', '%205', '0x10', '1e1', '1.5', '+5', 'true', '1&limit=2'])('refuses "%s" as a number of a query', async (written) => {
    for (const field of ['limit', 'afterSeq', 'beforeSeq']) {
      const path = `/api/v1/chatrooms/${newId()}/messages?${field}=${written.replace('limit', field)}`;
      expectFailure(await as(`GET ${path}`), 400, 'invalid_payload');
    }
    expectFailure(await as(`GET /api/v1/spaces?limit=${written}`), 400, 'invalid_payload');
  });

  it.each([
    '/api/v1/nothing',
    '/api',
    '/media/art/nothing',
    '/auth/nothing',
    '/users/x/y',
    '/rooms',
    '/messages',
    '/socket/x',
    '/docs/x',
    '/.well-known/x',
  ])('says that there is nothing at %s', async (path) => {
    expectFailure(await call(http.origin, `GET ${path}`, { headers: { Accept: 'text/html' } }), 404, 'not_found');
  });

  it.each(['GET /%E0%A4%A', 'GET /api/v1/spaces/%zz', 'GET /media/art/pieces/%c0.svg', 'POST /', 'DELETE /api/v1/me'])(
    'survives %s',
    async (line) => {
      expectFailure(await call(http.origin, line, { token: person.token }), 404, 'not_found');
    },
  );

  it('answers every alternate as its canonical path', async () => {
    const space = (await as('POST /api/v1/space', { name: 'Alt' })).body;
    const room = (await as('POST /api/v1/chatroom/create', { spaceId: space.id, name: 'Room', visibility: 'public' })).body;
    const message = { clientMessageId: newId(), content: 'hello' };
    const same = async (alternate: string, canonical: string, body?: unknown) => {
      const [one, two] = [await as(alternate, body), await as(canonical, body)];
      expect({ status: one.status, body: one.body }, alternate).toEqual({ status: two.status, body: two.body });
      expect(one.status, alternate).toBeLessThan(300);
    };
    await same('GET /auth/me', 'GET /api/v1/me');
    await same('GET /users/me', 'GET /api/v1/me');
    await same('GET /api/v1/user/metadata', 'GET /api/v1/me');
    await same('PUT /users/me', 'PATCH /api/v1/me', { statusText: 'Here' });
    await same('POST /api/v1/user/metadata', 'PATCH /api/v1/me', { statusText: 'There' });
    await same('GET /api/v1/space/all', 'GET /api/v1/spaces');
    await same(`GET /api/v1/space/${space.id}`, `GET /api/v1/spaces/${space.id}`);
    await same(`GET /api/v1/chatroom/space/${space.id}`, `GET /api/v1/spaces/${space.id}/chatrooms`);
    await same(`GET /api/v1/chatroom/rooms?spaceId=${space.id}`, `GET /api/v1/spaces/${space.id}/chatrooms`);
    await same(`GET /rooms/${room.id}`, `GET /api/v1/chatrooms/${room.id}`);
    await same(`GET /rooms/${room.id}/members`, `GET /api/v1/chatrooms/${room.id}/members`);
    for (const line of [`POST /api/v1/chatroom/join/${room.id}`, `POST /rooms/${room.id}/join`])
      await same(line, `POST /api/v1/chatrooms/${room.id}/join`);
    await same('POST /api/v1/chatroom/join', `POST /api/v1/chatrooms/${room.id}/join`, { chatroomId: room.id });
    expect((await as(`POST /api/v1/chatroom/${room.id}/send`, message)).status).toBe(201);
    await same('POST /messages', `POST /api/v1/chatrooms/${room.id}/messages`, { roomId: room.id, ...message });
    for (const line of [
      `GET /messages/${room.id}`,
      `GET /api/v1/chatroom/${room.id}/messages`,
      `GET /api/v1/messages?chatroomId=${room.id}`,
    ])
      await same(line, `GET /api/v1/chatrooms/${room.id}/messages`);
    for (const [line, body] of [
      [`POST /api/v1/chatroom/leave/${room.id}`, undefined],
      ['POST /api/v1/chatroom/leave', { chatroomId: room.id }],
      [`DELETE /rooms/${room.id}/leave`, undefined],
    ] as const)
      expect((await as(line, body)).status, line).toBe(204);
    expect((await as(`DELETE /api/v1/space/${space.id}`)).status).toBe(204);
    for (const path of ['/api/v1/signin', '/auth/login'])
      expect((await call(http.origin, `POST ${path}`, { body: { username: person.username, password: PASSWORD } })).status).toBe(200);
    expect((await call(http.origin, 'POST /auth/register', { body: { username: 'by-alternate', password: PASSWORD } })).status).toBe(201);
  });

  it('asks an alternate for the field that its path lacks', async () => {
    const answer = await as('POST /api/v1/chatroom/join', {});
    expectFailure(answer, 400, 'invalid_payload');
    expect(answer.body.error.details[0].path).toBe('chatroomId');
    expectFailure(await as('GET /api/v1/chatroom/rooms'), 400, 'invalid_payload');
    expectFailure(await as('POST /messages', { roomId: 7, clientMessageId: newId(), content: 'x' }), 400, 'invalid_payload');
  });

  it('lets every route that is for somebody refuse nobody', async () => {
    const closed = [
      ...Object.values<RouteContract>(httpRoutes),
      ...alternatePaths.map((alternate) => ({ ...(httpRoutes[alternate.canonical] as RouteContract), ...alternate })),
    ].filter(({ access }) => access !== 'anyone');
    expect(closed.length).toBeGreaterThan(40);
    for (const { method, path } of closed) {
      const answer = await call(http.origin, `${method.toUpperCase()} ${path.replace(/:\w+/g, newId())}`);
      expectFailure(answer, 401, 'unauthenticated');
    }
  });

  it('lets pages of listed origins call, and no others', async () => {
    const from = (origin: string) => call(http.origin, 'GET /api/v1/me', { token: person.token, headers: { Origin: origin } });
    const listed = await from('https://app.example.org');
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
    expect(listed.headers.get('access-control-allow-credentials')).toBe('true');
    expect((await from('https://evil.example.org')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keeps answers out of caches', async () => {
    for (const line of ['GET /api/v1/me', 'GET /users/me', 'GET /api/v1/spaces'])
      expect((await as(line)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('checks in order', () => {
  let http: TestHttp;
  let person: Person;
  const roomy = { body: { username: 'somebody-else', password: PASSWORD } };
  beforeAll(async () => {
    http = await startHttp({
      limits: { requests: 5, signUps: 2, loginFailures: 2, loginFailuresPerAddress: 4, messagesBurst: 2, messages: 1 },
    });
    person = await signUpSomebody(http.origin);
  });
  afterAll(() => http.stop());

  it('counts sign-ups per address, refused ones included, and says when to go on', async () => {
    expectFailure(await call(http.origin, 'POST /api/v1/signup', { body: {} }), 400, 'invalid_payload');
    const late = await call(http.origin, 'POST /api/v1/signup', roomy);
    expectFailure(late, 429, 'rate_limited');
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expectFailure(await call(http.origin, 'POST /auth/register', roomy), 429, 'rate_limited');
    expectFailure(await call(http.origin, 'POST /api/v1/signup', { body: {} }), 429, 'rate_limited');
  });

  it('counts requests per person before it asks who they are, and messages by themselves', async () => {
    const me = () => call(http.origin, 'GET /api/v1/me', { token: person.token });
    for (let i = 0; i < 5; i += 1) expect((await me()).status).toBe(200);
    expectFailure(await me(), 429, 'rate_limited');
    expectFailure(await call(http.origin, 'POST /api/v1/admin/elements', { token: person.token, body: {} }), 429, 'rate_limited');

    const send = (body: unknown) => call(http.origin, `POST /api/v1/chatrooms/${newId()}/messages`, { token: person.token, body });
    expectFailure(await send({}), 400, 'invalid_payload');
    expectFailure(await send({ clientMessageId: newId(), content: 'x' }), 404, 'not_found');
    expectFailure(await send({}), 429, 'rate_limited');
    expect((await call(http.origin, 'GET /media/art/avatars/ines.svg', { token: person.token })).status).toBe(200);
  });

  it('asks who before it looks at the payload, and for the role before that too', async () => {
    expectFailure(await call(http.origin, 'POST /api/v1/spaces', { raw: '{' }), 401, 'unauthenticated');
    expectFailure(await call(http.origin, 'POST /api/v1/admin/elements', { raw: '{' }), 401, 'unauthenticated');
    const { userId } = await http.db.prisma.session.findFirstOrThrow();
    expect(userId).toBe(person.id);
  });

  it('stops guessing at a name, and at many names from one address', async () => {
    const guess = (username: string) =>
      call(http.origin, 'POST /api/v1/login', { body: { username, password: 'wrong-one' }, headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expectFailure(await guess(person.username), 401, 'unauthenticated');
    expectFailure(await guess(person.username), 401, 'unauthenticated');
    expectFailure(await guess(person.username.toUpperCase()), 429, 'rate_limited');
    const right = { username: person.username, password: PASSWORD };
    expectFailure(
      await call(http.origin, 'POST /api/v1/login', { body: right, headers: { 'X-Forwarded-For': '203.0.113.9' } }),
      429,
      'rate_limited',
    );
    expect((await call(http.origin, 'POST /api/v1/login', { body: right, headers: { 'X-Forwarded-For': '203.0.113.10' } })).status).toBe(
      200,
    );
  });
});

describe('guesses from one address', () => {
  it('end after so many failures, whatever names they try, also all at once', async () => {
    const http = await startHttp({ limits: { loginFailuresPerAddress: 4 } });
    const guess = (i: number) => call(http.origin, 'POST /api/v1/login', { body: { username: `name-${i}`, password: 'wrong-one' } });
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => guess(i)));
    const tried = answers.filter(({ status }) => status === 401).length;
    // Two are hashed at a time, so one may begin before the other is counted.
    expect(tried).toBeGreaterThanOrEqual(4);
    expect(tried).toBeLessThanOrEqual(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(16 - tried);
    await http.stop();
  });
});
