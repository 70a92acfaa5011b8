import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../app-error.ts';

/** Finds the public key for a token's `kid`. */
export type KeySet = { find: (kid: string) => Promise<KeyObject | undefined> };

/** A new key is asked for at the most this often, however many unknown `kid`s arrive. */
const REFETCH_PAUSE_MS = 5_000;
const FETCH_TIMEOUT_MS = 3_000;
/** What who came with an unknown key is told to wait when the keys could not be had. */
const FETCH_RETRY_SECONDS = 2;

export const Jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('EC'), crv: z.literal('P-256') })) });
export type Jwks = z.infer<typeof Jwks>;

const keysById = (jwks: Jwks): Map<string, KeyObject> =>
  // A JWK that parsed as EC P-256 is what node calls a JsonWebKey; the schema keeps the remaining fields loose.
  new Map(jwks.keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));

/** The keys of the process that signs. */
export function createStaticKeySet(jwks: () => Jwks): KeySet {
  return { find: (kid) => Promise.resolve(keysById(jwks()).get(kid)) };
}

/** The keys that another service publishes, fetched when a token names one that is not known yet; then `unavailable` if they cannot be had. */
export function createRemoteKeySet(jwksUrl: string): KeySet {
  let keys = new Map<string, KeyObject>();
  let fetchedAtMs = -Infinity;
  let fetching: Promise<void> | undefined;

  const refetch = async (): Promise<void> => {
    try {
      const response = await fetch(jwksUrl, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
      keys = keysById(Jwks.parse(await response.json()));
      fetchedAtMs = performance.now();
    } catch (cause) {
      throw new AppError('unavailable', 'Tokens cannot be verified right now. Try again in a moment.', {
        retryAfterSeconds: FETCH_RETRY_SECONDS,
        cause,
      });
    }
  };

  return {
    find: async (kid) => {
      const known = keys.get(kid);
      if (known || performance.now() - fetchedAtMs < REFETCH_PAUSE_MS) return known;
      fetching ??= refetch().finally(() => {
        fetching = undefined;
      });
      await fetching;
      return keys.get(kid);
    },
  };
}
