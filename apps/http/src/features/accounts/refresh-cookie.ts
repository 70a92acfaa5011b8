import { isAllowedOrigin } from '@metaverse/service-kit';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { REFRESH_TOKEN_TTL_MS } from './refresh-token.ts';

const REFRESH_COOKIE = 'refresh_token';
/** A cookie has one path, so each address that exchanges a token gets its own; no other request carries it. */
const COOKIE_PATHS = ['/api/v1/refresh', '/auth/refresh'];

function setCookies(req: Request, res: Response, { value, maxAgeMs }: { value: string; maxAgeMs: number }): void {
  for (const path of COOKIE_PATHS) {
    const maxAge = maxAgeMs / 1_000;
    const cookie = { name: REFRESH_COOKIE, value, path, maxAge, httpOnly: true, sameSite: 'strict', secure: req.secure } as const;
    res.append('Set-Cookie', stringifySetCookie(cookie));
  }
}

/** Hands a browser its refresh token where no script can read it. */
export const setRefreshCookie = (req: Request, res: Response, token: string): void =>
  setCookies(req, res, { value: token, maxAgeMs: REFRESH_TOKEN_TTL_MS });

export const clearRefreshCookie = (req: Request, res: Response): void => setCookies(req, res, { value: '', maxAgeMs: 0 });

/**
 * The refresh token of the browser. `SameSite=Strict` keeps other sites from sending it; a sibling subdomain is the same
 * site, so a page of an origin that is not allowed counts as having none.
 */
export function readRefreshCookie(req: Request, allowedOrigins: readonly string[]): string | undefined {
  if (!isAllowedOrigin(req, allowedOrigins)) return undefined;
  return parseCookie(req.headers.cookie ?? '')[REFRESH_COOKIE];
}
