import { describe, it } from 'vitest';
import { expectEmpty, expectFailure, expectSuccess } from '../../wire/expectations.ts';
import { type SignedIn } from '../../wire/shapes.ts';
import { type Wire } from '../../wire/wire.ts';

export function logOutCases(wire: () => Wire): void {
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
}
