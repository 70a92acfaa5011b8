import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, type Jwks, makeDir, TOKEN_ALGORITHM, TOKEN_ISSUER } from '@metaverse/service-kit';
import jwt from 'jsonwebtoken';

/** Long enough to be renewed seldom, short enough that a stolen one is soon worth nothing. */
export const ACCESS_TOKEN_TTL_SECONDS = 15 * 60;

const KEY_FILE = 'access-token-key.pem';

/** Signs access tokens with the newest key; the public half of every key is published, so that older tokens stay good. */
export type SigningKeys = {
  sign: (claims: { userId: string; sessionId: string; ttlSeconds?: number }) => string;
  jwks: () => Jwks;
  /** A secret of the installation for one purpose, the same on every instance that has the same keys. */
  deriveSecret: (purpose: string) => Buffer;
};

type Key = { kid: string; privateKey: KeyObject; jwk: Jwks['keys'][number] };

/**
 * Reads EC P-256 private keys in PEM. The first one signs. To rotate, add the new key's file at the end, start every
 * instance again so that all publish it, then move it to the front; the old one may go 15 minutes later.
 */
export function loadSigningKeys(files: readonly string[]): SigningKeys {
  const keys = files.map(readKey);
  const [current] = keys;
  if (!current) throw new ConfigurationError('JWT_PRIVATE_KEY_FILES names no file.');
  const pem = current.privateKey.export({ format: 'der', type: 'pkcs8' });

  return {
    sign: ({ userId, sessionId, ttlSeconds = ACCESS_TOKEN_TTL_SECONDS }) =>
      jwt.sign({ sid: sessionId }, current.privateKey, {
        algorithm: TOKEN_ALGORITHM,
        keyid: current.kid,
        subject: userId,
        issuer: TOKEN_ISSUER,
        expiresIn: ttlSeconds,
      }),
    jwks: () => ({ keys: keys.map((key) => key.jwk) }),
    deriveSecret: (purpose) => createHash('sha256').update(purpose).update('\n').update(pem).digest(),
  };
}

/** The keys of an installation that was given none: made once, kept in `dir`, readable by this user alone. */
export function loadOrCreateSigningKeys(dir: string): SigningKeys {
  const file = join(dir, KEY_FILE);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  try {
    makeDir(dir);
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConfigurationError(`The signing key cannot be kept in ${dir} (${reason}): make it a folder that you may write to.`, {
        cause: error,
      });
    }
  }
  return loadSigningKeys([file]);
}

function readKey(file: string): Key {
  try {
    const privateKey = createPrivateKey(readFileSync(file));
    const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
    if (kty !== 'EC' || crv !== 'P-256') throw new Error('it is no key on the curve P-256');
    // The key's thumbprint as RFC 7638 has it: required members in the order of the alphabet.
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    return { kid, privateKey, jwk: { kty, crv, x, y, kid, use: 'sig', alg: TOKEN_ALGORITHM } };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigurationError(
      `${file} is no signing key: ${reason}. Make one with: openssl ecparam -name prime256v1 -genkey -noout -out ${file}`,
      {
        cause,
      },
    );
  }
}
