import { beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../../wire/expectations.ts';
import { type SignedIn, text } from '../../wire/shapes.ts';
import { freshName, freshPassword, type Person, type Wire } from '../../wire/wire.ts';
import { accountShape, cookieOf, SEVENTY_TWO_BYTES, signUpBody } from './account.ts';

export function logInCases(wire: () => Wire): void {
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
}
