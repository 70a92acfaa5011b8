import { httpRoutes } from '@metaverse/contracts';
import { createRateLimit, defineRoute, type RateLimit } from '@metaverse/service-kit';
import type { Request, Response } from 'express';
import { addressOf, clientOf, type HttpConfig, type HttpDeps, requestIdOf } from '../../http-context.ts';
import { loadMe } from './load-me.ts';
import { logIn } from './log-in.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie.ts';
import { refreshSession } from './refresh-session.ts';
import { closeSockets, revokeSessions } from './revoke-sessions.ts';
import { signUp } from './sign-up.ts';
import type { StartedSession } from './start-session.ts';
import { updateMe } from './update-me.ts';

type Session = StartedSession & { userId: string };
type Delivery = { req: Request; res: Response; isInBody: boolean };

const minutes = (count: number): number => count * 60;

export function accountRoutes(config: HttpConfig, deps: HttpDeps) {
  const { db, keys, redis, sockets } = deps;
  const { limits, firstAdmin, allowedOrigins, accessTokenTtlSeconds, passwordCost } = config;
  const hasher = createPasswordHasher(passwordCost);
  const limit = (name: string, points: number, durationSeconds: number): RateLimit =>
    createRateLimit({ name, points, durationSeconds, redis: redis?.client });
  const signUps = limit('signups', limits.signUps, minutes(10));
  const failures = {
    perName: limit('login-failures', limits.loginFailures, minutes(15)),
    perAddress: limit('login-failures-address', limits.loginFailuresPerAddress, minutes(15)),
  };

  const deliver = (session: Session, { req, res, isInBody }: Delivery) => {
    res.setHeader('Cache-Control', 'no-store');
    if (!isInBody) setRefreshCookie(req, res, session.refreshToken);
    return {
      accessToken: keys.sign({ ...session, ttlSeconds: accessTokenTtlSeconds }),
      expiresInSeconds: accessTokenTtlSeconds,
      ...(isInBody ? { refreshToken: session.refreshToken } : {}),
    };
  };

  return {
    signUp: defineRoute(httpRoutes.signUp, {
      limit: signUps,
      handle: async ({ body, req, res }) => {
        const session = await signUp({ db, hasher, firstAdmin }, body, { client: clientOf(req), requestId: requestIdOf(res) });
        return { user: await loadMe(db.prisma, session.userId), ...deliver(session, { req, res, isInBody: body.refresh === 'body' }) };
      },
    }),
    logIn: defineRoute(httpRoutes.logIn, {
      handle: async ({ body, req, res }) => {
        const request = { client: clientOf(req), address: addressOf(req), requestId: requestIdOf(res) };
        const session = await logIn({ db, hasher, failures }, body, request);
        return { user: await loadMe(db.prisma, session.userId), ...deliver(session, { req, res, isInBody: body.refresh === 'body' }) };
      },
    }),
    refresh: defineRoute(httpRoutes.refresh, {
      handle: async ({ body, req, res }) => {
        const token = body?.refreshToken ?? readRefreshCookie(req, allowedOrigins);
        const session = await refreshSession({ db, sockets }, token, clientOf(req));
        return deliver(session, { req, res, isInBody: body?.refreshToken !== undefined });
      },
    }),
    logOut: defineRoute(httpRoutes.logOut, {
      handle: async ({ actor, query, req, res }) => {
        const which = query.everywhere ? { userId: actor.userId } : { id: actor.sessionId };
        await revokeSessions(db.prisma, which);
        closeSockets(sockets, which);
        clearRefreshCookie(req, res);
      },
    }),
    validateToken: defineRoute(httpRoutes.validateToken, {
      handle: ({ actor }) =>
        Promise.resolve({ userId: actor.userId, role: actor.role, expiresAt: new Date(actor.expiresAtMs).toISOString() }),
    }),
    getMe: defineRoute(httpRoutes.getMe, { handle: ({ actor }) => loadMe(db.prisma, actor.userId) }),
    updateMe: defineRoute(httpRoutes.updateMe, { handle: ({ actor, body }) => updateMe(db, actor, body) }),
  };
}
