import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectEmpty, expectFailure, expectSuccess, pathsOf } from '../wire/expectations.ts';
import { type Page, type Refreshed, type SignedIn, type User, user as userShape, text, time } from '../wire/shapes.ts';
import { freshId, freshName, freshPassword, type Person, type Wire } from '../wire/wire.ts';

/** The refresh token out of an answer's cookie for one path, as a browser would send it back. */
const cookieOf = (headers: Headers, path = '/api/v1/refresh'): string | undefined =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.includes(`Path=${path}`))
    ?.split(';')[0];

const accountShape = { ...userShape, role: 'user' };
const signUpBody = (fields: Record<string, unknown> = {}) => ({ username: freshName(), password: freshPassword(), ...fields });

/** 36 letters of two bytes each. */
const SEVENTY_TWO_BYTES = 'ßäöüéèêëàâôûîïñçãõåæøßäöüéèêëàâôûîïñ';

export function accountCases(wire: () => Wire): void {
  describe('signing up', () => {
    it('gives the account, an access token and a cookie that no script reads', async () => {
      const body = signUpBody({ displayName: 'Ada L.' });
      const answer = await wire().call<SignedIn>('POST /api/v1/signup', { body });
      const signedIn = expectSuccess(answer, 201);
      expect(signedIn).toMatchObject({
        user: { ...accountShape, username: body.username, displayName: 'Ada L.' },
        accessToken: text,
        expiresInSeconds: expect.any(Number),
      });
      expect(signedIn).not.toHaveProperty('refreshToken');
      expect(answer.text).not.toContain(body.password);
      const cookies = answer.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/i);
    });

    it('returns the refresh token in the body, and no cookie, where it is asked for', async () => {
      const answer = await wire().call<SignedIn>('POST /api/v1/signup', { body: signUpBody({ refresh: 'body' }) });
      expect(expectSuccess(answer, 201).refreshToken).toEqual(expect.stringMatching(/^\S{20,}$/));
      expect(answer.headers.getSetCookie()).toEqual([]);
    });

    it('takes e-mail and name in the place of a username', async () => {
      const email = `${freshName()}@example.org`;
      const body = { email, name: 'Grace Hopper', password: freshPassword() };
      const { user } = expectSuccess(await wire().call<SignedIn>('POST /api/v1/signup', { body }), 201);
      expect(user).toMatchObject({
        ...accountShape,
        username: expect.stringMatching(/^[A-Za-z0-9_.-]{3,32}$/),
        displayName: 'Grace Hopper',
      });
      expectSuccess(await wire().call('POST /api/v1/login', { body: { email, password: body.password } }));
    });

    it('ignores fields that it does not know, a role among them', async () => {
      const body = signUpBody({ role: 'admin', isAdmin: true, id: freshId() });
      const { user } = expectSuccess(await wire().call<SignedIn>('POST /api/v1/signup', { body }), 201);
      expect(user).toMatchObject(accountShape);
    });

    it.each([
      ['username of 3', () => ({ username: freshName().slice(-3) })],
      ['username of 32', () => ({ username: freshName().padEnd(32, 'x') })],
      ['every kind of character', () => ({ username: `A.z_9-${freshName().slice(-6)}` })],
      ['password of 8', () => ({ password: 'xK9#mQ2$' })],
      ['password of 72 bytes', () => ({ password: SEVENTY_TWO_BYTES })],
      ['displayName of 64', () => ({ displayName: 'd'.repeat(64) })],
      ['displayName of 1', () => ({ displayName: '✨' })],
    ])('takes a %s', async (_what, fields) => {
      const body = signUpBody(fields());
      const { user } = expectSuccess(await wire().call<SignedIn>('POST /api/v1/signup', { body }), 201);
      expect(user.username).toBe(body.username);
      expectSuccess(await wire().call('POST /api/v1/login', { body: { username: body.username, password: body.password } }));
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['no username', { username: undefined }, 'username'],
      ['username of 2', { username: 'ab' }, 'username'],
      ['username of 33', { username: 'u'.repeat(33) }, 'username'],
      ['a space in the username', { username: 'ada lovelace' }, 'username'],
      ['a letter beyond ASCII in the username', { username: 'adäle' }, 'username'],
      ['NUL in the username', { username: 'ada\u0000ada' }, 'username'],
      ['a number as username', { username: 12345 }, 'username'],
      ['null as username', { username: null }, 'username'],
      ['no password', { password: undefined }, 'password'],
      ['password of 7', { password: 'xK9#mQ2' }, 'password'],
      ['password of 73 bytes in ASCII', { password: 'xK9#mQ2$vL'.repeat(8).slice(0, 73) }, 'password'],
      ['password of 37 letters in 74 bytes', { password: `${SEVENTY_TWO_BYTES}ö` }, 'password'],
      ['a password that everybody guesses', { password: 'password' }, 'password'],
      ['a row of digits as password', { password: '12345678' }, 'password'],
      ['an array as password', { password: ['xK9#mQ2$'] }, 'password'],
      ['displayName of 65', { displayName: 'd'.repeat(65) }, 'displayName'],
      ['blank displayName', { displayName: ' \t ' }, 'displayName'],
      ['NUL in the displayName', { displayName: 'a\u0000b' }, 'displayName'],
      ['a lone surrogate in the displayName', { displayName: 'a\ud800b' }, 'displayName'],
      ['no address as email', { email: 'not-an-address' }, 'email'],
      ['an object as email', { email: {} }, 'email'],
      ['an unknown delivery of the refresh token', { refresh: 'carrier-pigeon' }, 'refresh'],
    ])('refuses %s', async (_what, fields, path) => {
      const answer = await wire().call('POST /api/v1/signup', { body: signUpBody(fields) });
      expect(pathsOf(expectFailure(answer, 'invalid_payload'))).toContain(path);
    });

    it('names every field that is wrong', async () => {
      const answer = await wire().call('POST /api/v1/signup', { body: {} });
      expect(pathsOf(expectFailure(answer, 'invalid_payload'))).toEqual(expect.arrayContaining(['username', 'password']));
    });

    it('knows a username again in other letters', async () => {
      const person = await wire().person();
      const body = signUpBody({ username: person.username.toUpperCase() });
      expectFailure(await wire().call('POST /api/v1/signup', { body }), 'conflict');
    });

    it('gives a name once when several ask for it at the same time', async () => {
      const username = freshName();
      const answers = await Promise.all([1, 2, 3].map(() => wire().call('POST /api/v1/signup', { body: signUpBody({ username }) })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });
  });

  describe('logging in', () => {
    let person: Person;
    let email: string;
    beforeAll(async () => {
      email = `${freshName()}@example.org`;
      const password = freshPassword();
      const username = freshName();
      expectSuccess(await wire().call('POST /api/v1/signup', { body: { username, password, email } }), 201);
      person = { ...(await wire().person()), username, password };
    });

    it('gives the same as signing up', async () => {
      const { username, password } = person;
      const answer = await wire().call<SignedIn>('POST /api/v1/login', { body: { username, password } });
      expect(expectSuccess(answer)).toMatchObject({
        user: { ...accountShape, username },
        accessToken: text,
        expiresInSeconds: expect.any(Number),
      });
      expect(cookieOf(answer.headers)).toBeDefined();
      const inBody = await wire().call<SignedIn>('POST /api/v1/login', { body: { username, password, refresh: 'body' } });
      expect(expectSuccess(inBody).refreshToken).toEqual(text);
      expect(inBody.headers.getSetCookie()).toEqual([]);
    });

    it.each<[string, () => Record<string, unknown>]>([
      ['the username in other letters', () => ({ username: person.username.toUpperCase() })],
      ['the e-mail as username', () => ({ username: email })],
      ['the e-mail in other letters', () => ({ username: email.toUpperCase() })],
      ['the e-mail as email', () => ({ email })],
    ])('takes %s', async (_what, name) => {
      const { user } = expectSuccess(await wire().call<SignedIn>('POST /api/v1/login', { body: { ...name(), password: person.password } }));
      expect(user.username).toBe(person.username);
    });

    it('answers alike whether the name or the password is wrong', async () => {
      const { username, password } = person;
      const failures = await Promise.all([
        wire().call('POST /api/v1/login', { body: { username, password: freshPassword() } }),
        wire().call('POST /api/v1/login', { body: { username: freshName(), password } }),
        wire().call('POST /api/v1/login', { body: { username: 'na\u0000me', password } }),
        wire().call('POST /api/v1/login', { body: { username, password: `${SEVENTY_TWO_BYTES}-and-more` } }),
      ]);
      const errors = failures.map((failure) => ({ ...expectFailure(failure, 'unauthenticated'), requestId: '' }));
      for (const error of errors) expect(error).toEqual(errors[0]);
    });

    it('takes no more than the first 72 bytes for the password', async () => {
      const long = signUpBody({ password: SEVENTY_TWO_BYTES });
      expectSuccess(await wire().call('POST /api/v1/signup', { body: long }), 201);
      const answer = await wire().call('POST /api/v1/login', { body: { username: long.username, password: `${SEVENTY_TWO_BYTES}!` } });
      expectFailure(answer, 'unauthenticated');
    });

    it.each<[string, unknown, string]>([
      ['no password', { username: 'somebody' }, 'password'],
      ['no name', { password: 'xK9#mQ2$' }, 'username'],
      ['a number as password', { username: 'somebody', password: 12345678 }, 'password'],
      ['an object as username', { username: { $ne: null }, password: 'xK9#mQ2$' }, 'username'],
      ['an unknown delivery', { username: 'somebody', password: 'xK9#mQ2$', refresh: 1 }, 'refresh'],
    ])('refuses %s', async (_what, body, path) => {
      expect(pathsOf(expectFailure(await wire().call('POST /api/v1/login', { body }), 'invalid_payload'))).toContain(path);
    });
  });

  describe('refreshing', () => {
    const refresh = (refreshToken: string, headers: Record<string, string> = {}) =>
      wire().call<Refreshed>('POST /api/v1/refresh', { body: { refreshToken }, headers });

    it('exchanges the token of the body', async () => {
      const person = await wire().person();
      const answer = await refresh(person.refreshToken);
      const fresh = expectSuccess(answer);
      expect(fresh).toMatchObject({ accessToken: text, expiresInSeconds: expect.any(Number), refreshToken: text });
      expect(fresh.refreshToken).not.toBe(person.refreshToken);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expectSuccess(await person.call('GET /api/v1/me', { token: fresh.accessToken }));
    });

    it('exchanges the cookie for another, and keeps the token out of the body', async () => {
      const cookie = cookieOf((await wire().call('POST /api/v1/signup', { body: signUpBody() })).headers) ?? '';
      const answer = await wire().call<Refreshed>('POST /api/v1/refresh', { headers: { cookie } });
      expect(expectSuccess(answer)).not.toHaveProperty('refreshToken');
      const next = cookieOf(answer.headers);
      expect(next).toBeDefined();
      expect(next).not.toBe(cookie);
    });

    it('gives a spent token of the same client another successor while the first is unused', async () => {
      const { refreshToken } = await wire().person();
      const first = expectSuccess(await refresh(refreshToken));
      const second = expectSuccess(await refresh(refreshToken));
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expectSuccess(await refresh(second.refreshToken ?? ''));
    });

    it('lets two tabs refresh at the same time', async () => {
      const { refreshToken } = await wire().person();
      const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
      for (const answer of both) expectSuccess(answer);
    });

    it('takes a spent token whose successor was used for a theft, and ends the whole family', async () => {
      const { refreshToken, call } = await wire().person();
      const first = expectSuccess(await refresh(refreshToken));
      const second = expectSuccess(await refresh(first.refreshToken ?? ''));
      expectFailure(await refresh(refreshToken), 'unauthenticated');
      expectFailure(await refresh(second.refreshToken ?? ''), 'unauthenticated');
      expectFailure(await call('GET /api/v1/me', { token: second.accessToken }), 'unauthenticated');
    });

    it('takes a spent token from another client for a theft', async () => {
      const { refreshToken } = await wire().person();
      const first = expectSuccess(await refresh(refreshToken, { 'user-agent': 'browser/1' }));
      expectFailure(await refresh(refreshToken, { 'user-agent': 'somebody-else/2' }), 'unauthenticated');
      expectFailure(await refresh(first.refreshToken ?? '', { 'user-agent': 'browser/1' }), 'unauthenticated');
    });

    it('ends one family and leaves the others of the person', async () => {
      const { username, password, refreshToken } = await wire().person();
      const other = expectSuccess(await wire().call<SignedIn>('POST /api/v1/login', { body: { username, password, refresh: 'body' } }));
      const first = expectSuccess(await refresh(refreshToken));
      expectSuccess(await refresh(first.refreshToken ?? ''));
      expectFailure(await refresh(refreshToken), 'unauthenticated');
      expectSuccess(await refresh(other.refreshToken ?? ''));
    });

    it('refuses none, a made-up one and an access token', async () => {
      const { token } = await wire().person();
      expectFailure(await wire().call('POST /api/v1/refresh'), 'unauthenticated');
      expectFailure(await wire().call('POST /api/v1/refresh', { body: {} }), 'unauthenticated');
      expectFailure(await refresh('made-up'), 'unauthenticated');
      expectFailure(await refresh(token.slice(0, 400)), 'unauthenticated');
      expect(pathsOf(expectFailure(await wire().call('POST /api/v1/refresh', { body: { refreshToken: 5 } }), 'invalid_payload'))).toContain(
        'refreshToken',
      );
    });
  });

  describe('logging out', () => {
    it('ends this session and no other', async () => {
      const person = await wire().person();
      const { username, password } = person;
      const other = expectSuccess(await wire().call<SignedIn>('POST /api/v1/login', { body: { username, password, refresh: 'body' } }));
      expectEmpty(await person.call('POST /api/v1/logout'));
      expectFailure(await person.call('GET /api/v1/me'), 'unauthenticated');
      expectFailure(await wire().call('POST /api/v1/refresh', { body: { refreshToken: person.refreshToken } }), 'unauthenticated');
      expectSuccess(await wire().call('GET /api/v1/me', { token: other.accessToken }));
    });

    it('ends every session with everywhere=true', async () => {
      const person = await wire().person();
      const { username, password } = person;
      const other = expectSuccess(await wire().call<SignedIn>('POST /api/v1/login', { body: { username, password, refresh: 'body' } }));
      expectEmpty(await person.call('POST /api/v1/logout', { query: { everywhere: 'true' } }));
      expectFailure(await wire().call('GET /api/v1/me', { token: other.accessToken }), 'unauthenticated');
      expectFailure(await wire().call('POST /api/v1/refresh', { body: { refreshToken: other.refreshToken } }), 'unauthenticated');
    });

    it('closes the sockets of the session', async () => {
      const person = await wire().person();
      const line = await person.chat();
      expectEmpty(await person.call('POST /api/v1/logout'));
      await line.ended;
    });

    it('refuses a flag that is none, and keeps the session', async () => {
      const person = await wire().person();
      expectFailure(await person.call('POST /api/v1/logout', { query: { everywhere: 'perhaps' } }), 'invalid_payload');
      expectSuccess(await person.call('GET /api/v1/me'));
    });
  });

  describe('access tokens', () => {
    let person: Person;
    beforeAll(async () => {
      person = await wire().person();
    });
    const [HEADER, PAYLOAD] = [0, 1];
    const part = (token: string, index: number): Record<string, unknown> =>
      JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>;
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

    it('are described by /auth/validate', async () => {
      const facts = expectSuccess(await person.call<{ expiresAt: string }>('GET /auth/validate'));
      expect(facts).toMatchObject({ userId: person.id, role: 'user', expiresAt: time });
      expect(new Date(facts.expiresAt).getTime()).toBeGreaterThan(Date.now());
      expect(part(person.token, PAYLOAD)).toMatchObject({ exp: new Date(facts.expiresAt).getTime() / 1000 });
    });

    it('are verified with the published keys', async () => {
      type Keys = { keys: (Record<string, string> & { kid: string })[] };
      const answer = await wire().call<Keys>('GET /.well-known/jwks.json');
      const { keys } = expectSuccess(answer);
      for (const key of keys) {
        expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', kid: text });
        expect(key).not.toHaveProperty('d');
      }
      const [header, payload, signature] = person.token.split('.');
      expect(part(person.token, HEADER)).toMatchObject({ alg: 'ES256' });
      const jwk = keys.find(({ kid }) => kid === part(person.token, HEADER)['kid']);
      expect(jwk).toBeDefined();
      const key = { key: createPublicKey({ key: jwk ?? {}, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
      expect(verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature ?? '', 'base64url'))).toBe(true);
    });

    it.each<[string, (token: string) => string]>([
      ['a word', () => 'token'],
      ['an empty token', () => ''],
      [
        'a payload that was changed',
        (token) => token.replace(/\.[^.]+\./, `.${encoded({ ...part(token, PAYLOAD), exp: 4_102_444_800 })}.`),
      ],
      ['a signature that was cut off', (token) => token.replace(/[^.]+$/, '')],
      ['the algorithm none', (token) => `${encoded({ ...part(token, HEADER), alg: 'none' })}.${token.split('.')[1]}.`],
      ['an unknown key', (token) => `${encoded({ ...part(token, HEADER), kid: 'other' })}.${token.split('.').slice(1).join('.')}`],
      ['a token twice as long as sense', (token) => token.repeat(8)],
    ])('are refused: %s', async (_what, forge) => {
      expectFailure(await wire().call('GET /auth/validate', { token: forge(person.token) }), 'unauthenticated');
    });

    it('come as Bearer', async () => {
      expectFailure(await wire().call('GET /auth/validate', { headers: { authorization: `Basic ${person.token}` } }), 'unauthenticated');
      expectFailure(await wire().call('GET /auth/validate', { query: { token: person.token } }), 'unauthenticated');
    });
  });

  describe('oneself', () => {
    let person: Person;
    beforeAll(async () => {
      person = await wire().person();
    });

    it('is shown whole', async () => {
      expect(expectSuccess(await person.call('GET /api/v1/me'))).toMatchObject({
        ...accountShape,
        id: person.id,
        username: person.username,
      });
    });

    it.each<[string, Record<string, unknown>]>([
      ['displayName', { displayName: 'Ada 🦋 Lovelace' }],
      ['statusText', { statusText: 'back at <b>noon</b>' }],
      ['an empty statusText', { statusText: '' }],
      ['settings', { settings: { theme: 'dark' } }],
      ['displayName of 64', { displayName: 'd'.repeat(64) }],
    ])('takes a new %s and keeps the rest', async (_what, patch) => {
      const before = expectSuccess(await person.call<User>('GET /api/v1/me'));
      const after = expectSuccess(await person.call<User>('PATCH /api/v1/me', { body: patch }));
      expect(after).toEqual({ ...before, ...patch });
      expect(expectSuccess(await person.call<User>('GET /api/v1/me'))).toEqual(after);
    });

    it('changes nothing when nothing is sent', async () => {
      const before = expectSuccess(await person.call<User>('GET /api/v1/me'));
      expect(expectSuccess(await person.call<User>('PATCH /api/v1/me', { body: {} }))).toEqual(before);
    });

    it('ignores what is not for oneself to change', async () => {
      const body = { role: 'admin', username: freshName(), id: freshId(), createdAt: '2000-01-01T00:00:00Z' };
      expect(expectSuccess(await person.call<User>('PATCH /api/v1/me', { body }))).toMatchObject({
        role: 'user',
        username: person.username,
        id: person.id,
      });
    });

    it('chooses an avatar of the catalogue, as others see it too', async () => {
      const avatars = expectSuccess(await person.call<Page<{ id: string; look: object | null }>>('GET /api/v1/avatars')).items;
      const chosen = avatars.at(-1);
      const me = expectSuccess(await person.call<User>('PATCH /api/v1/me', { body: { avatarId: chosen?.id } }));
      expect(me).toMatchObject({ avatarId: chosen?.id, avatar: { id: chosen?.id, look: chosen?.look } });
    });

    it.each<[string, unknown, string]>([
      ['a blank displayName', { displayName: '   ' }, 'displayName'],
      ['a displayName that nobody sees', { displayName: '\u200b\u2060\u3164\u2800' }, 'displayName'],
      ['a displayName of 65', { displayName: 'd'.repeat(65) }, 'displayName'],
      ['a number as displayName', { displayName: 7 }, 'displayName'],
      ['null as displayName', { displayName: null }, 'displayName'],
      ['NUL in the statusText', { statusText: 'a\u0000' }, 'statusText'],
      ['a lone surrogate in the statusText', { statusText: '\udc00' }, 'statusText'],
      ['a word as avatarId', { avatarId: 'ghost' }, 'avatarId'],
      ['an avatar that is none', { avatar: 5 }, 'avatar'],
      ['settings that are none', { settings: [] }, 'settings'],
    ])('refuses %s', async (_what, body, path) => {
      const before = expectSuccess(await person.call<User>('GET /api/v1/me'));
      expect(pathsOf(expectFailure(await person.call('PATCH /api/v1/me', { body }), 'invalid_payload')).join()).toContain(path);
      expect(expectSuccess(await person.call<User>('GET /api/v1/me'))).toEqual(before);
    });

    it('cannot look like an avatar that is not there', async () => {
      expectFailure(await person.call('PATCH /api/v1/me', { body: { avatarId: freshId() } }), 'not_found');
    });
  });

  describe('names of several people', () => {
    it('come in one answer', async () => {
      const [ada, bob] = [await wire().person(), await wire().person()];
      const { items } = expectSuccess(
        await ada.call<{ items: unknown[] }>('GET /api/v1/users/metadata', { query: { ids: `${ada.id},${bob.id}` } }),
      );
      expect(items).toHaveLength(2);
      for (const { id, username, user } of [ada, bob]) {
        const { displayName, avatar } = user;
        expect(items).toContainEqual(expect.objectContaining({ userId: id, username, displayName, avatar }));
      }
    });

    it('leave out who is not there', async () => {
      const ada = await wire().person();
      const answer = await ada.call<{ items: { userId: string }[] }>('GET /api/v1/users/metadata', {
        query: { ids: `${freshId()},${ada.id}` },
      });
      expect(expectSuccess(answer).items.map(({ userId }) => userId)).toEqual([ada.id]);
    });

    it.each<[string, Record<string, string>]>([
      ['no ids', {}],
      ['empty ids', { ids: '' }],
      ['ids that are none', { ids: 'a,b' }],
      ['an id with a tail', { ids: `${freshId()}x` }],
    ])('refuses %s', async (_what, query) => {
      const ada = await wire().person();
      expect(pathsOf(expectFailure(await ada.call('GET /api/v1/users/metadata', { query }), 'invalid_payload')).join()).toContain('ids');
    });
  });
}
