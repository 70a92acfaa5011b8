import { describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../../wire/expectations.ts';
import { type SignedIn, text } from '../../wire/shapes.ts';
import { freshId, freshName, freshPassword, type Wire } from '../../wire/wire.ts';
import { accountShape, SEVENTY_TWO_BYTES, signUpBody } from './account.ts';

export function signUpCases(wire: () => Wire): void {
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
}
