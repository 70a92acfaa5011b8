import { Me, SignedIn, Username } from '@metaverse/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, PASSWORD, type Person, refreshCookieOf, signUpSomebody } from '../../testing/call.ts';
import { expectFailure } from '../../testing/expect-failure.ts';
import { startHttp, type TestHttp } from '../../testing/start-http.ts';

let http: TestHttp;
beforeAll(async () => {
  http = await startHttp({ firstAdmin: 'Chief' });
});
afterAll(() => http.stop());

const signUp = (body: unknown) => call(http.origin, 'POST /api/v1/signup', { body });
const logIn = (body: unknown) => call(http.origin, 'POST /api/v1/login', { body });

describe('POST /signup', () => {
  it('makes an account, signs it in and hides the refresh token in a cookie', async () => {
    const answer = await signUp({ username: 'Ada.L', password: PASSWORD, displayName: 'Ada', email: 'Ada@example.org' });

    expect(answer.status).toBe(201);
    expect(SignedIn.parse(answer.body)).toMatchObject({
      expiresInSeconds: 900,
      user: { username: 'Ada.L', displayName: 'Ada', email: 'Ada@example.org', role: 'user' },
    });
    expect(answer.body.refreshToken).toBeUndefined();
    expect(answer.body.user.avatar.look).not.toBeNull();
    expect(answer.text).not.toContain('assword');
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/^refresh_token=[\w-]{43}; Max-Age=604800; Path=\/(api\/v1|auth)\/refresh; HttpOnly; SameSite=Strict$/);
    }
    expect((await call(http.origin, 'GET /api/v1/me', { token: answer.body.accessToken })).body.id).toBe(answer.body.user.id);
  });

  it('marks the cookie as secure for who came by https', async () => {
    const headers = { 'X-Forwarded-Proto': 'https' };
    const answer = await call(http.origin, 'POST /api/v1/signup', { body: { username: 'by-https', password: PASSWORD }, headers });
    expect(answer.headers.getSetCookie().every((cookie) => cookie.includes('; Secure'))).toBe(true);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('gives different people different avatars', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => signUpSomebody(http.origin)));
    const mes = await Promise.all(people.map(({ token }) => call(http.origin, 'GET /api/v1/me', { token })));
    expect(new Set(mes.map(({ body }) => body.avatarId)).size).toBeGreaterThan(1);
  });

  it('takes e-mail and name in place of a username', async () => {
    const answer = await signUp({ email: 'mika.lind+tag@example.org', name: 'Mika Lind', password: PASSWORD });
    expect(answer.body.user).toMatchObject({ username: 'mika.lind-tag', displayName: 'Mika Lind' });
  });

  it.each([
    ['that is taken', 'mika.lind+tag@example.com'],
    ['that is too short', 'jo@example.org'],
    ['that is too long', `${'a-long-name.'.repeat(4)}x@example.org`],
    ['of other letters', `o'neil@example.org`],
  ])('chooses a username for who has an address %s', async (_, email) => {
    const answer = await signUp({ email, name: 'Mika Lind', password: PASSWORD });
    expect(answer.status).toBe(201);
    expect(Username.safeParse(answer.body.user.username).success).toBe(true);
    expect(answer.body.user).toMatchObject({ displayName: 'Mika Lind', email });
  });

  it('says which similar names are free when one is taken, in any case', async () => {
    await signUp({ username: 'juno', password: PASSWORD });
    await signUp({ username: 'juno.park', password: PASSWORD });
    const answer = await signUp({ username: 'JUNO', password: PASSWORD, displayName: 'Juno Park' });

    expectFailure(answer, 409, 'conflict');
    const { suggestions } = answer.body.error.details;
    expect(answer.body.error.message).toBe(`"JUNO" is taken. ${suggestions[0]} and ${suggestions[1]} are free.`);
    expect(suggestions).not.toContain('JUNO.park');
    for (const username of suggestions) expect((await signUp({ username, password: PASSWORD })).status).toBe(201);
  });

  it('refuses an address that has an account', async () => {
    await signUp({ username: 'first-one', email: 'one@example.org', password: PASSWORD });
    expectFailure(await signUp({ username: 'second-one', email: 'ONE@example.org', password: PASSWORD }), 409, 'conflict');
  });

  it('lets one of many who want a name at once have it', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => signUp({ username: 'wanted', password: PASSWORD })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it.each([
    ['no name', { password: PASSWORD }, 'username'],
    ['a short name', { username: 'ab', password: PASSWORD }, 'username'],
    ['a name with spaces', { username: 'a b c', password: PASSWORD }, 'username'],
    ['no password', { username: 'somebody' }, 'password'],
    ['a short password', { username: 'somebody', password: 'x7#kQ2!' }, 'password'],
    ['a password over 72 bytes', { username: 'somebody', password: 'ü'.repeat(37) }, 'password'],
    ['a password of the wrong type', { username: 'somebody', password: 12345678 }, 'password'],
    ['an easily guessed password', { username: 'somebody', password: 'password1' }, 'password'],
    ['a password made of the name', { username: 'juniper.hollow', password: 'juniper.hollow' }, 'password'],
    ['a broken address', { username: 'somebody', password: PASSWORD, email: 'nobody' }, 'email'],
    ['a display name with NUL', { username: 'somebody', password: PASSWORD, displayName: 'a\u0000b' }, 'displayName'],
    ['a display name with a lone surrogate', { username: 'somebody', password: PASSWORD, displayName: 'a\ud800' }, 'displayName'],
    [
      'a display name of 65 UTF-16 units in 33 characters',
      { username: 'somebody', password: PASSWORD, displayName: `${'😀'.repeat(32)}x` },
      'displayName',
    ],
    ['a blank display name', { username: 'somebody', password: PASSWORD, displayName: '  ' }, 'displayName'],
  ])('refuses %s', async (_, body, path) => {
    const answer = await signUp(body);
    expectFailure(answer, 400, 'invalid_payload');
    expect(answer.body.error.details[0].path).toBe(path);
  });

  it('makes the announced name the first admin, and nobody after it', async () => {
    expect((await signUp({ username: 'chief', password: PASSWORD })).body.user.role).toBe('admin');
    expect((await signUp({ username: 'chief2', password: PASSWORD })).body.user.role).toBe('user');
  });
});

describe('POST /login', () => {
  let person: Person;
  beforeAll(async () => {
    person = await signUpSomebody(http.origin, { username: 'Grace', email: 'grace@example.org' });
  });

  it.each([{ username: 'grace' }, { username: 'GRACE' }, { username: 'Grace@Example.org' }, { email: 'grace@example.org' }])(
    'takes %o',
    async (name) => {
      const answer = await logIn({ ...name, password: PASSWORD });
      expect(answer.status).toBe(200);
      expect(SignedIn.parse(answer.body).user.id).toBe(person.id);
      expect(refreshCookieOf(answer)).toMatch(/^refresh_token=.{43}$/);
    },
  );

  it('returns the refresh token in the body for who keeps no cookies', async () => {
    const answer = await logIn({ username: 'grace', password: PASSWORD, refresh: 'body' });
    expect(answer.body.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('answers an unknown name as a wrong password, in words and in time', async () => {
    const timed = async (username: string) => {
      const start = performance.now();
      const answer = await logIn({ username, password: 'not-the-password' });
      return { answer, ms: performance.now() - start };
    };
    const wrong = await timed('grace');
    const unknown = await timed('nobody-is-called-this');
    expectFailure(wrong.answer, 401, 'unauthenticated');
    expectFailure(unknown.answer, 401, 'unauthenticated');
    expect(unknown.answer.body.error.message).toBe(wrong.answer.body.error.message);
    // bcrypt of cost 12 takes tens of milliseconds on any machine; a look-up alone takes one.
    expect(unknown.ms).toBeGreaterThan(25);
  });

  it.each([
    ['a password that only begins right', { username: 'grace', password: `${PASSWORD}${'x'.repeat(60)}` }],
    ['a name with NUL', { username: 'gra\u0000ce', password: PASSWORD }],
    ['a name with a lone surrogate', { username: 'grace\ud800', password: PASSWORD }],
  ])('refuses %s', async (_, body) => {
    expectFailure(await logIn(body), 401, 'unauthenticated');
  });

  it('takes no more of a long password than all of it', async () => {
    const long = 'a quiet lamp over the river, '.repeat(2).padEnd(72, '.');
    await signUp({ username: 'long-winded', password: long });
    expect((await logIn({ username: 'long-winded', password: long })).status).toBe(200);
    expectFailure(await logIn({ username: 'long-winded', password: `${long}more` }), 401, 'unauthenticated');
  });

  it('refuses a missing field', async () => {
    expectFailure(await logIn({ username: 'grace' }), 400, 'invalid_payload');
  });
});

describe('the token', () => {
  it('is described by /auth/validate', async () => {
    const { id, token } = await signUpSomebody(http.origin);
    const answer = await call(http.origin, 'GET /auth/validate', { token });
    expect(answer.body).toMatchObject({ userId: id, role: 'user' });
    const leftMs = Date.parse(answer.body.expiresAt) - Date.now();
    expect(leftMs).toBeGreaterThan(14 * 60_000);
    expect(leftMs).toBeLessThanOrEqual(15 * 60_000);
  });

  it('verifies with the published key', async () => {
    const { token } = await signUpSomebody(http.origin);
    const { body } = await call(http.origin, 'GET /.well-known/jwks.json');
    const header = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
    expect(header.alg).toBe('ES256');
    expect(body.keys).toEqual([expect.objectContaining({ kid: header.kid, kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' })]);
    expect(body.keys[0].d).toBeUndefined();
  });

  it.each([
    ['none', undefined],
    ['nonsense', 'abc'],
    ['one signed by nobody', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'],
  ])('is refused when it is %s', async (_, token) => {
    expectFailure(await call(http.origin, 'GET /api/v1/me', token === undefined ? {} : { token }), 401, 'unauthenticated');
  });
});

describe('POST /logout', () => {
  it('ends this session and no other one', async () => {
    const { username, token } = await signUpSomebody(http.origin);
    const other = (await logIn({ username, password: PASSWORD })).body.accessToken;

    const answer = await call(http.origin, 'POST /api/v1/logout', { token });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().every((cookie) => cookie.startsWith('refresh_token=; Max-Age=0'))).toBe(true);
    expectFailure(await call(http.origin, 'GET /api/v1/me', { token }), 401, 'unauthenticated');
    expect((await call(http.origin, 'GET /api/v1/me', { token: other })).status).toBe(200);
  });

  it('ends every session of the person', async () => {
    const { username, token } = await signUpSomebody(http.origin);
    const other = await logIn({ username, password: PASSWORD, refresh: 'body' });

    expect((await call(http.origin, 'POST /api/v1/logout?everywhere=true', { token })).status).toBe(204);
    expectFailure(await call(http.origin, 'GET /api/v1/me', { token: other.body.accessToken }), 401, 'unauthenticated');
    const { refreshToken } = other.body;
    expectFailure(await call(http.origin, 'POST /api/v1/refresh', { body: { refreshToken } }), 401, 'unauthenticated');
  });

  it('is for who is signed in', async () => {
    expectFailure(await call(http.origin, 'POST /api/v1/logout'), 401, 'unauthenticated');
  });
});

describe('/me', () => {
  it('is one’s own record', async () => {
    const { id, token } = await signUpSomebody(http.origin, { email: 'me@example.org' });
    const { body } = await call(http.origin, 'GET /api/v1/me', { token });
    expect(Me.parse(body)).toMatchObject({ id, email: 'me@example.org', presence: 'online', settings: {} });
  });

  it('changes what is sent and nothing else', async () => {
    const { token } = await signUpSomebody(http.origin, { displayName: 'Before' });
    const patch = (body: unknown) => call(http.origin, 'PATCH /api/v1/me', { token, body });

    expect((await patch({ statusText: 'Reading', settings: { theme: 'dark' } })).body).toMatchObject({
      displayName: 'Before',
      statusText: 'Reading',
      settings: { theme: 'dark' },
    });
    expect((await patch({ displayName: 'After', settings: {} })).body).toMatchObject({
      displayName: 'After',
      statusText: 'Reading',
      settings: { theme: 'dark' },
    });
  });

  it('wears a look of its own, until an avatar is chosen', async () => {
    const { token } = await signUpSomebody(http.origin);
    const avatars = (await call(http.origin, 'GET /api/v1/avatars', { token })).body.items;
    const patch = (body: unknown) => call(http.origin, 'PATCH /api/v1/me', { token, body });
    const look = { ...avatars[0].look, hairColor: 'violet' };

    const own = await patch({ avatar: { look } });
    expect(own.body.avatar).toMatchObject({ look, imageUrl: null });
    const chosen = await patch({ avatarId: avatars[1].id });
    expect(chosen.body).toMatchObject({ avatarId: avatars[1].id, avatar: { look: avatars[1].look, imageUrl: avatars[1].imageUrl } });
    expect((await patch({ avatarId: null })).body.avatar).toEqual({ id: null, look: null, imageUrl: null });
  });

  it.each([
    { what: 'a blank name', body: { displayName: ' ' }, status: 400, code: 'invalid_payload' },
    { what: 'a look with a part that nobody drew', body: { avatar: { look: { hair: 'mohawk' } } }, status: 400, code: 'invalid_payload' },
    { what: 'an unknown avatar', body: { avatarId: '0192d3a8-0000-7000-8000-000000000000' }, status: 404, code: 'not_found' },
  ])('refuses $what', async ({ body, status, code }) => {
    const { token } = await signUpSomebody(http.origin);
    expectFailure(await call(http.origin, 'PATCH /api/v1/me', { token, body }), status, code);
  });

  it('is for who is signed in', async () => {
    expectFailure(await call(http.origin, 'GET /api/v1/me'), 401, 'unauthenticated');
    expectFailure(await call(http.origin, 'PATCH /api/v1/me', { body: {} }), 401, 'unauthenticated');
  });
});

describe('GET /users/metadata', () => {
  it('names the people asked for and leaves out who is not there', async () => {
    const [a, b] = [await signUpSomebody(http.origin), await signUpSomebody(http.origin, { displayName: 'Bea' })];
    const unknown = '0192d3a8-0000-7000-8000-000000000000';
    const answer = await call(http.origin, `GET /api/v1/users/metadata?ids=${b.id},${unknown},${a.id.toUpperCase()},${b.id}`, {
      token: a.token,
    });
    expect(answer.body.items.map((item: { userId: string }) => item.userId)).toEqual([b.id, a.id]);
    expect(answer.body.items[0]).toMatchObject({ username: b.username, displayName: 'Bea', avatar: { look: expect.anything() } });
  });

  it('refuses what is no list of ids', async () => {
    const { token, id } = await signUpSomebody(http.origin);
    expectFailure(await call(http.origin, 'GET /api/v1/users/metadata', { token }), 400, 'invalid_payload');
    expectFailure(await call(http.origin, 'GET /api/v1/users/metadata?ids=a,b', { token }), 400, 'invalid_payload');
    const tooMany = Array.from({ length: 101 }, () => id).join(',');
    expectFailure(await call(http.origin, `GET /api/v1/users/metadata?ids=${tooMany}`, { token }), 400, 'invalid_payload');
    expectFailure(await call(http.origin, `GET /api/v1/users/metadata?ids=${id}`), 401, 'unauthenticated');
  });
});
