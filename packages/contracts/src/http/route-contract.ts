import type { z } from 'zod';

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call a route at all; what depends on the thing that is asked for is decided by a policy. */
export type Access = 'anyone' | 'user' | 'admin';

/** One HTTP route on the wire. `path` starts at the origin root and names its parameters `:id`. */
export type RouteContract = {
  method: HttpMethod;
  path: string;
  summary: string;
  tag: 'accounts' | 'users' | 'spaces' | 'chatrooms' | 'messages' | 'catalogue' | 'admin';
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Answer of a success; `null` is an empty one. */
  success: z.ZodType | null;
  /** Status of a success; a second one where a repetition is answered differently. */
  status: 200 | 201 | 204;
  repeatedStatus?: 200;
  /** Statuses of failures beside those that follow from the rest: of what is wrong with the secret sent, or taken already. */
  alsoFails?: readonly (401 | 409)[];
};

export const defineRoutes = <const C extends Record<string, RouteContract>>(routes: C): C => routes;

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a handler of the route gets, parsed. */
export type RouteInput<R extends RouteContract> = {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
};

/** What a handler of the route gives back. */
export type RouteOutput<R extends RouteContract> = R['success'] extends z.ZodType ? z.input<R['success']> : void;
