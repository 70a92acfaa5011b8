import { newId, type Tx } from '@metaverse/db';
import { hashRefreshToken, makeRefreshToken, REFRESH_TOKEN_TTL_MS } from './refresh-token.ts';

/** Where a request came from, as far as it says so. */
export type Client = { userAgent: string };
export type StartedSession = { sessionId: string; refreshToken: string };

/** Begins a log-in: a session with its first refresh token. Those of the person that nothing can revive are swept out. */
export async function startSession(tx: Tx, { userId, client }: { userId: string; client: Client }): Promise<StartedSession> {
  const sessionId = newId();
  const deadBefore = new Date(Date.now() - REFRESH_TOKEN_TTL_MS);
  await tx.session.deleteMany({ where: { userId, lastUsedAt: { lt: deadBefore } } });
  await tx.session.create({ data: { id: sessionId, userId, userAgent: client.userAgent } });
  return { sessionId, refreshToken: await addRefreshToken(tx, { sessionId, predecessorId: null }) };
}

/** Gives a session another refresh token. @returns the token, which is stored nowhere. */
export async function addRefreshToken(tx: Tx, link: { sessionId: string; predecessorId: string | null }): Promise<string> {
  const token = makeRefreshToken();
  const expiresAt = new Date(Date.now() + REFRESH_TOKEN_TTL_MS);
  await tx.refreshToken.create({ data: { id: newId(), hash: hashRefreshToken(token), expiresAt, ...link } });
  return token;
}
