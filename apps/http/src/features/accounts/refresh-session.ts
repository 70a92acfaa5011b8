import type { Db, Prisma, Tx } from '@metaverse/db';
import { unauthenticated } from '@metaverse/service-kit';
import type { Sockets } from '../../sockets.ts';
import { hashRefreshToken } from './refresh-token.ts';
import { closeSockets, revokeSessions } from './revoke-sessions.ts';
import { addRefreshToken, type Client, type StartedSession } from './start-session.ts';

/** Two tabs that refresh at once, or a client that never got the answer, come back within this time. */
const GRACE_MS = 10_000;

type Deps = { db: Db; sockets: Sockets };
type Token = Prisma.RefreshTokenModel;
type Session = Prisma.SessionModel;
type Outcome =
  { kind: 'renewed'; session: StartedSession & { userId: string } } | { kind: 'unusable' } | { kind: 'reused'; sessionId: string };

/**
 * Exchanges a refresh token for its successor. A spent one gets another successor within the grace time, from the same
 * client, while none of its successors was used; any other use of it is a theft: the session ends and its sockets close.
 */
export async function refreshSession(
  deps: Deps,
  refreshToken: string | undefined,
  client: Client,
): Promise<StartedSession & { userId: string }> {
  if (!refreshToken) throw unauthenticated('There is no session to refresh. Sign in.');

  const outcome = await deps.db.transaction((tx) => exchange(tx, refreshToken, client));

  switch (outcome.kind) {
    case 'renewed':
      return outcome.session;
    case 'unusable':
      throw unauthenticated('This session has ended. Sign in again.');
    case 'reused':
      closeSockets(deps.sockets, { id: outcome.sessionId });
      throw unauthenticated('This session was ended because its token was used twice. Sign in again.');
  }
}

async function exchange(tx: Tx, refreshToken: string, client: Client): Promise<Outcome> {
  const found = await tx.refreshToken.findUnique({ where: { hash: hashRefreshToken(refreshToken) } });
  if (!found) return { kind: 'unusable' };
  // One exchange of a session at a time; what another one changed is read after it.
  await tx.$queryRaw`SELECT 1 FROM sessions WHERE id = ${found.sessionId}::uuid FOR UPDATE`;
  const token = await tx.refreshToken.findUniqueOrThrow({ where: { id: found.id }, include: { session: true } });
  const { session } = token;
  if (session.revokedAt || token.expiresAt.getTime() <= Date.now()) return { kind: 'unusable' };

  if (token.spentAt && !(await isWithinGrace(tx, token, { session, client }))) {
    await revokeSessions(tx, { id: session.id });
    return { kind: 'reused', sessionId: session.id };
  }

  await spend(tx, token);
  await tx.session.update({ where: { id: session.id }, data: { lastUsedAt: new Date(), userAgent: client.userAgent } });
  const successor = await addRefreshToken(tx, { sessionId: session.id, predecessorId: token.id });
  return { kind: 'renewed', session: { sessionId: session.id, userId: session.userId, refreshToken: successor } };
}

async function isWithinGrace(tx: Tx, token: Token, { session, client }: { session: Session; client: Client }): Promise<boolean> {
  const isRecent = token.spentAt !== null && Date.now() - token.spentAt.getTime() < GRACE_MS;
  if (!isRecent || session.userAgent !== client.userAgent) return false;
  const used = await tx.refreshToken.count({ where: { predecessorId: token.id, spentAt: { not: null } } });
  return used === 0;
}

/** Marks the token as used, and with it its siblings: of several successors only the one that comes back goes on. */
async function spend(tx: Tx, { id, sessionId, predecessorId }: Token): Promise<void> {
  const now = new Date();
  await tx.refreshToken.updateMany({ where: { id, spentAt: null }, data: { spentAt: now } });
  if (predecessorId) await tx.refreshToken.updateMany({ where: { predecessorId, spentAt: null }, data: { spentAt: now } });
  await tx.refreshToken.deleteMany({ where: { sessionId, expiresAt: { lt: now } } });
}
