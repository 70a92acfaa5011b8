import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Two years, as browsers' preload lists ask for. */
const HSTS_SECONDS = 2 * 365 * 24 * 60 * 60;

const SELF = "'self'";

/**
 * What a page of this origin may do. Scripts come from files of ours alone. Styles too, or carry the nonce of their own
 * page: dialogues put a style element into the page to hold it still. Style attributes are the interface's own, of HTML
 * that it never takes from people. `'self'` covers the sockets of this origin (CSP 3, section 6.7.2.8).
 */
export const contentPolicy = (nonce?: string): string =>
  Object.entries({
    'default-src': [SELF],
    'script-src': [SELF],
    'style-src': [SELF],
    'style-src-elem': [SELF, ...(nonce ? [`'nonce-${nonce}'`] : [])],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': [SELF, 'data:', 'blob:', 'https:'],
    'font-src': [SELF, 'data:'],
    'connect-src': [SELF],
    'worker-src': [SELF, 'blob:'],
    'object-src': ["'none'"],
    'base-uri': [SELF],
    'form-action': [SELF],
    'frame-ancestors': ["'none'"],
  })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');

/** Security headers of every answer; only who came by https is told to stay with it. */
export function securityHeaders(): RequestHandler[] {
  const policy = contentPolicy();
  return [
    helmet({ contentSecurityPolicy: false, strictTransportSecurity: false }),
    (req, res, next) => {
      res.setHeader('Content-Security-Policy', policy);
      if (req.secure) res.setHeader('Strict-Transport-Security', `max-age=${HSTS_SECONDS}; includeSubDomains`);
      next();
    },
  ];
}
