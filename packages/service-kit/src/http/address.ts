import type { IncomingMessage } from 'node:http';

/** The origin's own host, or a member of the allow-list. Requests without an Origin come from no browser page. */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
