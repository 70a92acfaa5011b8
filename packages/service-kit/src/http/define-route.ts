import type { RouteContract, RouteInput, RouteOutput } from '@metaverse/contracts';
import type { Request, Response } from 'express';
import type { Actor } from '../auth/actor.ts';
import type { RateLimit } from '../rate-limit.ts';

/** What a route's handler is given: parsed input, who acts, and the raw pair for cookies and addresses. */
export type RouteContext<R extends RouteContract> = RouteInput<R> & {
  actor: R['access'] extends 'anyone' ? undefined : Actor;
  req: Request;
  res: Response;
};

export type RouteOptions<R extends RouteContract> = {
  /** Takes the place of the general limit on requests. */
  limit?: Pick<RateLimit, 'take'>;
  /** Whose tries the limit counts: an address's unless it says a person's, which still means the address where nobody is signed in. */
  limitPer?: 'address' | 'person';
  handle: (context: RouteContext<R>) => Promise<RouteOutput<R>>;
};

/** A contract with its implementation. Where a success has a second status, the handler sets it on `res`. */
export type Route = {
  contract: RouteContract;
  limit: Pick<RateLimit, 'take'> | undefined;
  limitPer: 'address' | 'person';
  handle: (context: never) => Promise<unknown>;
};

export const defineRoute = <R extends RouteContract>(contract: R, { limit, limitPer = 'address', handle }: RouteOptions<R>): Route => ({
  contract,
  limit,
  limitPer,
  handle,
});
