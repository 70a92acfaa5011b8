import { type AlternatePath, HTTP_BODY_MAX_BYTES } from '@metaverse/contracts';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { AppError, forbidden, invalidPayload } from '../app-error.ts';
import type { Actor, Authenticate } from '../auth/actor.ts';
import { parsePayload } from '../parse-payload.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Route } from './define-route.ts';

export type MountOptions = {
  authenticate: Authenticate;
  /** The general limit, per person or, where there is none, per address. */
  requests: RateLimit;
};

type Identity = { actor: Actor } | { failure: unknown };

const parseJson = express.json({ limit: HTTP_BODY_MAX_BYTES, strict: false, type: () => true });

/** Adds every route, checking in the order of the wire: limit, who, role, payload; the handler does the rest. */
export function mountRoutes(router: Router, routes: readonly Route[], options: MountOptions): void {
  for (const route of routes) {
    const { method, path } = route.contract;
    router[method](path, answer(route, options));
  }
}

/** Adds the deprecated paths; each runs the very route that its canonical path runs. */
export function mountAlternates(
  router: Router,
  alternates: readonly { alternate: AlternatePath; route: Route }[],
  options: MountOptions,
): void {
  for (const { alternate, route } of alternates) {
    router[alternate.method](alternate.path, answer(route, options, alternate.params));
  }
}

function answer(route: Route, options: MountOptions, moved: AlternatePath['params'] = {}): RequestHandler {
  const { contract, handle } = route;
  const hasBody = contract.body !== undefined || Object.values(moved).some((place) => place.in === 'body');
  return async (req, res) => {
    const identity = await identify(req, options.authenticate);
    await limitRequest({ route, options, identity, req });
    const actor = admit(contract.access, identity);

    const body = hasBody ? await readBody(req, res) : undefined;
    const params = { ...req.params, ...movedParams(moved, { path: req.params, query: req.query, body }) };
    const input = {
      params: contract.params && parsePayload(contract.params, params),
      query: contract.query && parsePayload(contract.query, req.query),
      body: contract.body && parsePayload(contract.body, body),
    };

    res.status(contract.status);
    // The input was parsed by the very contract that the handler's context is typed from.
    const output = await handle({ ...input, actor, req, res } as never);
    if (contract.success) res.json(output);
    else res.end();
  };
}

async function identify(req: Request, authenticate: Authenticate): Promise<Identity> {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ');
  try {
    return { actor: await authenticate(scheme?.toLowerCase() === 'bearer' ? token : undefined) };
  } catch (failure) {
    return { failure };
  }
}

async function limitRequest({
  route,
  options,
  identity,
  req,
}: {
  route: Route;
  options: MountOptions;
  identity: Identity;
  req: Request;
}): Promise<void> {
  const address = `address:${req.ip ?? ''}`;
  const person = 'actor' in identity ? `user:${identity.actor.userId}` : address;
  if (!route.limit) return options.requests.take(person);
  return route.limit.take(route.limitPer === 'person' ? person : address);
}

function admit(access: Route['contract']['access'], identity: Identity): Actor | undefined {
  if (access === 'anyone') return undefined;
  if ('failure' in identity) throw identity.failure;
  if (access === 'admin' && identity.actor.role !== 'admin') throw forbidden('Only admins may do this.');
  return identity.actor;
}

function readBody(req: Request, res: Response): Promise<unknown> {
  return new Promise((resolve, reject) => {
    parseJson(req, res, (error?: unknown) => {
      if (error === undefined) resolve(req.body);
      else reject(bodyFailure(error));
    });
  });
}

function bodyFailure(cause: unknown): AppError {
  const type = cause instanceof Error && 'type' in cause ? cause.type : undefined;
  if (type === 'entity.too.large')
    return new AppError('payload_too_large', `The body is larger than ${HTTP_BODY_MAX_BYTES / 1024} KiB.`, { cause });
  return new AppError('invalid_payload', 'The body is no readable JSON.', {
    details: [{ path: '', message: 'is no readable JSON' }],
    cause,
  });
}

function movedParams(
  moved: NonNullable<AlternatePath['params']>,
  sources: Record<'path' | 'query' | 'body', unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(moved).map(([param, place]) => {
      const source = sources[place.in];
      // Any JSON value may stand here; only an own field of an object counts.
      const isThere = typeof source === 'object' && source !== null && Object.hasOwn(source, place.name);
      const value = isThere ? (source as Record<string, unknown>)[place.name] : undefined;
      if (value === undefined) throw invalidPayload(place.name, 'is required');
      return [param, value];
    }),
  );
}
