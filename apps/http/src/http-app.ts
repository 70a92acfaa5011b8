import { type AlternatePath, alternatePaths, type RouteName } from '@metaverse/contracts';
import { loadSession } from '@metaverse/db';
import {
  answerFailure,
  AppError,
  createAuthenticator,
  createRateLimit,
  createStaticKeySet,
  mountAlternates,
  type MountOptions,
  mountRoutes,
  notFound,
  type Route,
  unknownRoute,
} from '@metaverse/service-kit';
import compression from 'compression';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, Router } from 'express';
import { accountRoutes } from './features/accounts/accounts.routes.ts';
import { catalogueRoutes } from './features/catalogue/catalogue.routes.ts';
import { chatroomRoutes } from './features/chatrooms/chatrooms.routes.ts';
import { messageRoutes } from './features/chatrooms/messages.routes.ts';
import { docsRoutes } from './features/docs/docs.routes.ts';
import { mediaRoutes } from './features/media/media.routes.ts';
import { createThumbnailUrls } from './features/media/thumbnail-urls.ts';
import { spaceRoutes } from './features/spaces/spaces.routes.ts';
import { userRoutes } from './features/users/users.routes.ts';
import { securityHeaders } from './features/web/security-headers.ts';
import { webApp } from './features/web/web-app.ts';
import type { HttpConfig, HttpDeps } from './http-context.ts';

/** Everything below these is the API's: what no route takes is an unknown address, never a page of the web app. */
const API_PREFIXES = [
  '/api',
  '/media',
  '/socket',
  '/docs',
  '/.well-known',
  '/auth',
  '/users',
  '/rooms',
  '/messages',
  '/health',
  '/livez',
  '/readyz',
  '/metrics',
];
const JWKS_MAX_AGE_SECONDS = 300;
const MINUTE_SECONDS = 60;
const ADDRESS_STATUSES: ReadonlySet<unknown> = new Set([400, 403, 404]);

/** All that http answers: the API with its alternates, the drawn pictures, the API's page, and the web app for the rest. */
export function createHttpApp(config: HttpConfig, deps: HttpDeps): Express {
  const urls = createThumbnailUrls(deps.keys.deriveSecret('thumbnails'));
  const routes: Record<RouteName, Route> = {
    ...accountRoutes(config, deps),
    ...userRoutes(deps),
    ...spaceRoutes({ ...deps, thumbnailUrl: urls.spaceThumbnailUrl }),
    ...chatroomRoutes(deps),
    ...messageRoutes(deps),
    ...catalogueRoutes(deps),
  };

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(securityHeaders(), compression());
  app.use(API_PREFIXES, crossOrigin(config.allowedOrigins));
  app.use(docsRoutes(config.version), mediaRoutes({ db: deps.db, urls }), publicKeys(deps), api(routes, config, deps));
  app.use(API_PREFIXES, unknownRoute);
  app.use(webApp(config.webDist));
  app.use(unknownRoute, unreadableAddress, answerFailure(deps.log));
  return app;
}

function api(routes: Record<RouteName, Route>, config: HttpConfig, { db, keys, redis }: HttpDeps): Router {
  const options: MountOptions = {
    authenticate: createAuthenticator({ keys: createStaticKeySet(keys.jwks), loadSession: loadSession(db.pool) }),
    requests: createRateLimit({ name: 'requests', points: config.limits.requests, durationSeconds: MINUTE_SECONDS, redis: redis?.client }),
  };
  const withRoute = (alternate: AlternatePath) => ({ alternate, route: routes[alternate.canonical] });

  const router = Router();
  // Answers are somebody's own, and of this moment.
  router.use(API_PREFIXES, (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  mountRoutes(router, Object.values(routes), options);
  mountAlternates(router, alternatePaths.map(withRoute), options);
  return router;
}

/** The public half of every signing key, for the services that verify. */
function publicKeys({ keys }: HttpDeps): Router {
  const router = Router();
  router.get('/.well-known/jwks.json', (_req, res) => {
    res.set('Cache-Control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`).json(keys.jwks());
  });
  return router;
}

/** Pages of other origins may call when they are on the list; this origin's own need no permission. */
const crossOrigin = (allowedOrigins: readonly string[]) =>
  cors({ origin: [...allowedOrigins], credentials: true, exposedHeaders: ['Retry-After', 'X-Request-Id'], maxAge: 600 });

/** Express and its file server refuse addresses that cannot be decoded or lead elsewhere; there is nothing at such an address. */
// eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
const unreadableAddress: ErrorRequestHandler = (thrown: unknown, _req, _res, next) => {
  const isOfExpress = thrown instanceof Error && !(thrown instanceof AppError) && 'status' in thrown;
  next(isOfExpress && ADDRESS_STATUSES.has(thrown.status) ? notFound('address') : thrown);
};
