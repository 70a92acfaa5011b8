import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthenticator, createStaticKeySet } from '@metaverse/service-kit';
import { afterAll, describe, expect, it } from 'vitest';
import { loadOrCreateSigningKeys, loadSigningKeys, type SigningKeys } from './signing-keys.ts';

const dir = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(dir, { recursive: true }));

const someone = { userId: '0192d3a8-0000-7000-8000-000000000001', sessionId: '0192d3a8-0000-7000-8000-000000000002' };
const authenticatorOf = (keys: SigningKeys) =>
  createAuthenticator({
    keys: createStaticKeySet(keys.jwks),
    loadSession: () => Promise.resolve({ userId: someone.userId, role: 'user' }),
  });
const makeKey = (name: string, namedCurve = 'P-256'): string => {
  const file = join(dir, name);
  writeFileSync(file, generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return file;
};

describe('signing keys', () => {
  it('are made once, for this user alone, and then kept', async () => {
    const made = loadOrCreateSigningKeys(join(dir, 'own'));
    const kept = loadOrCreateSigningKeys(join(dir, 'own'));
    expect(kept.jwks()).toEqual(made.jwks());
    expect(statSync(join(dir, 'own', 'access-token-key.pem')).mode & 0o777).toBe(0o600);
    expect((await authenticatorOf(kept)(made.sign(someone))).userId).toBe(someone.userId);
  });

  it('change without ending a session: both are published, the first signs', async () => {
    const [old, fresh] = [makeKey('old.pem'), makeKey('new.pem')];
    const before = loadSigningKeys([old]);
    const during = loadSigningKeys([fresh, old]);
    const after = loadSigningKeys([fresh]);

    expect(new Set(during.jwks().keys.map(({ kid }) => kid)).size).toBe(2);
    expect((await authenticatorOf(during)(before.sign(someone))).sessionId).toBe(someone.sessionId);
    expect((await authenticatorOf(after)(during.sign(someone))).sessionId).toBe(someone.sessionId);
    await expect(authenticatorOf(after)(before.sign(someone))).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('publish nothing private', () => {
    const file = makeKey('secret.pem');
    const published = JSON.stringify(loadSigningKeys([file]).jwks());
    expect(published).not.toContain('"d"');
    expect(readFileSync(file, 'utf8')).toContain('PRIVATE');
  });

  it('give one secret per purpose, the same to every instance', () => {
    const file = makeKey('shared.pem');
    const [one, two] = [loadSigningKeys([file]), loadSigningKeys([file])];
    expect(one.deriveSecret('a')).toEqual(two.deriveSecret('a'));
    expect(one.deriveSecret('a')).not.toEqual(one.deriveSecret('b'));
  });

  it.each([
    ['a file that is not there', () => join(dir, 'nowhere.pem')],
    ['a key of another curve', () => makeKey('p384.pem', 'P-384')],
    [
      'something else',
      () => {
        writeFileSync(join(dir, 'text.pem'), 'hello');
        return join(dir, 'text.pem');
      },
    ],
  ])('refuse %s by its name', (_, file) => {
    expect(() => loadSigningKeys([file()])).toThrow(/is no signing key/);
  });
});
