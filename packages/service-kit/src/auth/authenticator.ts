import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { AppError, unauthenticated } from '../app-error.ts';
import type { Authenticate, LoadSession } from './actor.ts';
import type { KeySet } from './key-set.ts';

export const TOKEN_ISSUER = 'metaverse';
export const TOKEN_ALGORITHM = 'ES256';

/** What an access token says: the person, the session, and its end in seconds since 1970. */
export const AccessClaims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() });
export type AccessClaims = z.infer<typeof AccessClaims>;

/**
 * Verifies signature, issuer and end of a token, and that its session still lives. The role comes from the database, so
 * that what is granted or taken counts at once.
 */
export function createAuthenticator(deps: { keys: KeySet; loadSession: LoadSession }): Authenticate {
  return async (token) => {
    if (!token) throw unauthenticated('Sign in first.');

    const claims = await verify(token, deps.keys);
    const session = await deps.loadSession(claims.sid);
    if (!session || session.userId !== claims.sub) throw unauthenticated('This session has ended. Sign in again.');

    return { userId: session.userId, role: session.role, sessionId: claims.sid, expiresAtMs: claims.exp * 1_000 };
  };
}

async function verify(token: string, keys: KeySet): Promise<AccessClaims> {
  const kid = kidOf(token);
  const key = kid === undefined ? undefined : await keys.find(kid);
  if (!key) throw unauthenticated('The access token is not valid.');
  try {
    return AccessClaims.parse(jwt.verify(token, key, { algorithms: [TOKEN_ALGORITHM], issuer: TOKEN_ISSUER }));
  } catch (cause) {
    if (cause instanceof jwt.TokenExpiredError) throw new AppError('token_expired', 'The access token has expired.', { cause });
    throw new AppError('unauthenticated', 'The access token is not valid.', { cause });
  }
}

/** The name of the key that a token says it was signed with. Its parts are anything that somebody sent. */
function kidOf(token: string): string | undefined {
  try {
    return jwt.decode(token, { complete: true })?.header.kid;
  } catch {
    return undefined;
  }
}
