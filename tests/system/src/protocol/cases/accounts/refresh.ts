import { describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess, pathsOf } from '../../wire/expectations.ts';
import { type Refreshed, type SignedIn, text } from '../../wire/shapes.ts';
import { type Wire } from '../../wire/wire.ts';
import { cookieOf, signUpBody } from './account.ts';

export function refreshCases(wire: () => Wire): void {
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
}
