import type { httpRoutes, RouteContract, RouteName } from '@metaverse/contracts';
import type { z } from 'zod';

type Routes = typeof httpRoutes;

/** Schemas that read any shape (`z.preprocess`) say `unknown`; what they read it into is the shape to write. */
type Written<S> = S extends z.ZodType ? (unknown extends z.input<S> ? z.output<S> : z.input<S>) : never;

/** Query values as one thinks of them (`limit: 20`, `ids: [..]`), optional where the wire allows it. */
type QueryValues<I, O> = { [K in keyof I]: K extends keyof O ? O[K] : never };

type Part<Name extends string, V> = [V] extends [never] ? unknown : undefined extends V ? { [K in Name]?: V } : { [K in Name]: V };
type QueryPart<S> = S extends z.ZodType
  ? // Every field optional: the query itself may be left out.
    Partial<QueryValues<z.input<S>, z.output<S>>> extends QueryValues<z.input<S>, z.output<S>>
    ? { query?: QueryValues<z.input<S>, z.output<S>> }
    : { query: QueryValues<z.input<S>, z.output<S>> }
  : unknown;

type Field<R, K extends string> = K extends keyof R ? R[K] : never;

/** What a call of the route takes. */
export type CallInput<R extends RouteContract> = Part<'params', Written<Field<R, 'params'>>> &
  Part<'body', Written<Field<R, 'body'>>> &
  ('query' extends keyof R ? QueryPart<R['query']> : unknown);

/** What a call of the route answers. */
export type CallOutput<R extends RouteContract> = R['success'] extends z.ZodType ? z.output<R['success']> : undefined;

export type CallOptions = { signal?: AbortSignal };

type CallArguments<R extends RouteContract> =
  Partial<CallInput<R>> extends CallInput<R> ? [input?: CallInput<R>, options?: CallOptions] : [input: CallInput<R>, options?: CallOptions];

/**
 * Every route of the catalogue as a function of its name: `api.createSpace({ body })`.
 * Each rejects with `ApiError`.
 */
export type Api = { [N in RouteName]: (...given: CallArguments<Routes[N]>) => Promise<CallOutput<Routes[N]>> };
