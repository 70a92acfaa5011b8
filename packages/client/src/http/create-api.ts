import { httpRoutes, type RouteContract, type RouteName } from '@metaverse/contracts';
import axios, { type AxiosInstance } from 'axios';
import { ApiError, toApiError } from './api-error.ts';
import type { Api, CallOptions } from './api-types.ts';
import { urlOf, type LooseInput } from './request-of.ts';
import { createTokens, type Tokens, type TokensOptions } from './tokens.ts';

/** Longer than any honest answer takes; a dead connection is noticed after it. */
const REQUEST_TIMEOUT_MS = 20_000;

export type ApiOptions = {
  /** Origin of the server; empty for the page's own. */
  baseUrl: string;
  /** Holder of the tokens; by default one that lives as long as this api. */
  tokens?: Omit<TokensOptions, 'exchange'>;
  /** Check every answer against the contract. For development and tests: it costs time. */
  isChecked?: boolean;
};

type Send = (name: RouteName, input?: LooseInput, options?: CallOptions) => Promise<unknown>;

async function request(http: AxiosInstance, route: RouteContract, call: LooseInput & { token?: string } & CallOptions): Promise<unknown> {
  try {
    const { data } = await http.request<unknown>({
      method: route.method,
      url: urlOf(route, call),
      data: call.body,
      headers: call.token === undefined ? {} : { Authorization: `Bearer ${call.token}` },
      ...(call.signal && { signal: call.signal }),
    });
    return route.success === null ? undefined : data;
  } catch (error) {
    throw toApiError(error);
  }
}

function assertFits(route: RouteContract, answer: unknown): void {
  const result = route.success?.safeParse(answer);
  if (result === undefined || result.success) return;
  throw new ApiError({
    code: 'internal',
    message: `${route.path} answered what its contract does not say`,
    status: 200,
    cause: result.error,
  });
}

/** A request in the name of the signed-in person; a token that ended is renewed and the request sent once more. */
async function asPerson<T>(tokens: Tokens, run: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.get();
  try {
    return await run(token);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'token_expired') throw error;
    return await run(await tokens.renew(token));
  }
}

/**
 * The HTTP API as functions. The tokens of `signUp` and `logIn` are kept and renewed by themselves, those of `logOut` forgotten.
 * Browsers keep the refresh token in a cookie; others ask for `refresh: 'body'` when they sign in.
 */
export function createApi({ baseUrl, tokens: tokenOptions, isChecked = false }: ApiOptions): { api: Api; tokens: Tokens } {
  const http = axios.create({ baseURL: baseUrl, timeout: REQUEST_TIMEOUT_MS, withCredentials: true });

  const tokens = createTokens({
    ...tokenOptions,
    exchange: (refreshToken) => api.refresh(refreshToken === undefined ? {} : { body: { refreshToken } }),
  });

  const send: Send = async (name, input = {}, options = {}) => {
    const route: RouteContract = httpRoutes[name];
    const call = { ...input, ...options };
    const answer = await (route.access === 'anyone'
      ? request(http, route, call)
      : asPerson(tokens, (token) => request(http, route, { ...call, token })));
    if (isChecked) assertFits(route, answer);
    return answer;
  };

  // Built from the catalogue name by name; the type says for each name what the catalogue says.
  const plain = Object.fromEntries(
    Object.keys(httpRoutes).map((name) => [name, (input?: LooseInput, options?: CallOptions) => send(name as RouteName, input, options)]),
  ) as unknown as Api;

  const api: Api = {
    ...plain,
    async signUp(...given) {
      const answer = await plain.signUp(...given);
      tokens.accept(answer);
      return answer;
    },
    async logIn(...given) {
      const answer = await plain.logIn(...given);
      tokens.accept(answer);
      return answer;
    },
    async logOut(...given) {
      await plain.logOut(...given);
      tokens.clear();
      return undefined;
    },
  };
  return { api, tokens };
}
