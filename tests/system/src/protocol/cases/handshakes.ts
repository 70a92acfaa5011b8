import { Manager } from 'socket.io-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectOk, expectRefused, type LineOptions, type Refusal } from '../wire/lines.ts';
import type { SignedIn } from '../wire/shapes.ts';
import { upgradeStatus } from '../wire/upgrade.ts';
import { freshId, type Person, UNREADABLE_TOKEN, type Wire } from '../wire/wire.ts';

const PATHS = ['/socket/chat', '/socket/world'] as const;

/** What lets a connection in, the same on both sockets. */
export function handshakeCases(wire: () => Wire): void {
  let ada: Person;
  beforeAll(async () => {
    ada = await wire().person();
  });
  const refusalOf = async (options: LineOptions): Promise<Refusal> => {
    try {
      await wire().open(options);
    } catch (refusal) {
      return refusal as Refusal; // what connect_error carries
    }
    throw new Error('the handshake was accepted');
  };

  const statusOf = (path: string, origin?: string): Promise<number> =>
    upgradeStatus(`${wire().baseUrl}${path}/?EIO=4&transport=websocket`, { to: 'websocket', ...(origin === undefined ? {} : { origin }) });

  describe.each(PATHS)('the handshake of %s', (path) => {
    const spaceId = freshId();
    it.each<[string, (token: string) => Record<string, unknown> | undefined]>([
      ['no auth', () => undefined],
      ['no token', () => ({})],
      ['an empty token', () => ({ token: '' })],
      ['a number as token', () => ({ token: 5 })],
      ['an object as token', () => ({ token: { $gt: '' } })],
      ['a made-up token', () => ({ token: 'a.b.c' })],
      ['a token whose claims are unreadable', () => ({ token: UNREADABLE_TOKEN })],
      ['a token that was cut', (token) => ({ token: token.slice(0, -4) })],
      ['Bearer before the token', (token) => ({ token: `Bearer ${token}` })],
    ])('is refused with %s: the message is the code, the data the error', async (_what, auth) => {
      const given = auth(ada.token);
      const refusal = await refusalOf({ path, query: { spaceId }, ...(given ? { auth: given } : {}) });
      expect(refusal.message).toBe('unauthenticated');
      expect(refusal.data).toMatchObject({ code: 'unauthenticated', message: expect.stringMatching(/\S/) });
    });

    it('is not tried for ever on one connection', async () => {
      const manager = new Manager(wire().baseUrl, { path, transports: ['websocket'], reconnection: false, query: { spaceId } });
      // Past the stock client's socket, which gives up after one refusal: a CONNECT packet of its own for each.
      const knock = (): void => void manager.engine.write('0{"token":"a.b.c"}');
      const refusals: string[] = [];
      manager.on('packet', ({ data }) => {
        refusals.push(data.message);
        knock();
      });
      const ended = new Promise((resolve) => manager.once('close', resolve));
      manager.once('open', knock);
      await ended;
      expect(refusals).toEqual(Array.from({ length: 10 }, () => 'unauthenticated'));
    });

    it('is refused after logging out', async () => {
      const eve = await wire().person();
      expect((await eve.call('POST /api/v1/logout')).status).toBe(204);
      expect((await refusalOf({ path, query: { spaceId }, auth: { token: eve.token } })).message).toBe('unauthenticated');
    });

    it('takes no token out of query or headers', async () => {
      const refusal = await refusalOf({ path, query: { spaceId, token: ada.token }, headers: { authorization: `Bearer ${ada.token}` } });
      expect(refusal.message).toBe('unauthenticated');
    });

    it.each<[string, (own: string) => string]>([
      ['a stranger', () => 'https://evil.example'],
      ['null', () => 'null'],
      ['no URL', () => 'evil'],
      ['the own host with another port', (own) => own.replace(/:\d+$/, ':1')],
      ['the own host as a part of another', (own) => own.replace('//', '//evil.').replace(/:\d+$/, '')],
    ])('refuses an Origin that is %s before the upgrade, with a 4xx', async (_what, originOf) => {
      const status = await statusOf(path, originOf(wire().baseUrl));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });

    it('accepts the own Origin and an absent one', async () => {
      expect(await statusOf(path, wire().baseUrl)).toBe(101);
      expect(await statusOf(path)).toBe(101);
      const line = await wire().open({ path, query: { spaceId }, auth: { token: ada.token }, headers: { origin: wire().baseUrl } });
      expect(line.isOpen()).toBe(true);
    });

    it('takes a fresh token from a live socket', async () => {
      const eve = await wire().person();
      const { body } = await wire().call<SignedIn>('POST /api/v1/refresh', { body: { refreshToken: eve.refreshToken } });
      const line = await wire().open({ path, query: { spaceId }, auth: { token: eve.token } });
      expect(expectOk(await line.ask('authenticate', { token: body.accessToken }))).toEqual({});
      expect(line.isOpen()).toBe(true);
    });

    it('refuses a fresh token that is none', async () => {
      const line = await wire().open({ path, query: { spaceId }, auth: { token: ada.token } });
      expectRefused(await line.ask('authenticate', { token: 'made-up' }), 'unauthenticated');
      expectRefused(await line.ask('authenticate', {}), 'invalid_payload');
      expectRefused(await line.ask('authenticate', { token: 5 }), 'invalid_payload');
    });
  });
}
