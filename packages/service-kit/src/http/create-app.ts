import { randomUUID } from 'node:crypto';
import type { ErrorBody } from '@metaverse/contracts';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { pinoHttp } from 'pino-http';
import { notFound } from '../app-error.ts';
import type { Logger } from '../logger.ts';
import { mapFailure } from '../map-failure.ts';

/** A caller's own id is taken over when it is short and harmless, so that one id follows a request through every service. */
const REQUEST_ID = /^[\w-]{8,64}$/;

/** An Express application with request ids and logs, without routes. Queries are read flat: `?a=1`, no nesting. */
export function createApp(options: { log: Logger; trustedProxies: readonly string[] }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...options.trustedProxies]);
  app.use(
    pinoHttp({
      logger: options.log,
      genReqId: (req, res) => {
        const given = req.headers['x-request-id'];
        const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
        res.setHeader('X-Request-Id', id);
        return id;
      },
      serializers: {
        req: describeRequest,
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        // The failure itself is told where it is mapped.
        err: () => undefined,
      },
      customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'warn' : 'debug'),
    }),
  );
  return app;
}

type LoggedRequest = { id: unknown; method: string; url: string; remoteAddress: string };

/** Without the query and headers: they may hold tokens and what people search for. */
const describeRequest = ({ id, method, url, remoteAddress }: LoggedRequest) => ({ id, method, path: url.split('?')[0], remoteAddress });

/** Answers what no route took. */
export const unknownRoute: RequestHandler = () => {
  throw notFound('address');
};

/** Set on the answer before anything else happens. */
const requestIdOf = (res: Response): string => String(res.getHeader('X-Request-Id'));

/** The one place where a failure becomes an HTTP answer. */
export function answerFailure(log: Logger): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
  return (thrown, _req, res, next) => {
    if (res.headersSent) {
      next(thrown);
      return;
    }
    const requestId = requestIdOf(res);
    const failure = mapFailure(thrown, log.child({ requestId }));
    if (failure.retryAfterSeconds !== undefined) res.setHeader('Retry-After', String(failure.retryAfterSeconds));
    const body: ErrorBody = {
      error: {
        code: failure.code,
        message: failure.message,
        requestId,
        ...(failure.details === undefined ? {} : { details: failure.details }),
      },
    };
    res.status(failure.status).json(body);
  };
}
