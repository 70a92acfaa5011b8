import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess } from '../../wire/expectations.ts';
import { text, time } from '../../wire/shapes.ts';
import { type Person, type Wire } from '../../wire/wire.ts';

export function accessTokenCases(wire: () => Wire): void {
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
}
