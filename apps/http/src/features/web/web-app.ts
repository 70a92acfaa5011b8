import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { contentPolicy } from './security-headers.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Vite puts a hash of the content into the name of everything in here. */
const HASHED = /[\\/]assets[\\/]/;
/** Where the built page wants the nonce of its style elements (Vite's `html.cspNonce`). */
const NONCE_PLACE = /%CSP_NONCE%/g;

const NOT_BUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The web app is not built</title>
<h1>The web app is not built yet</h1>
<p>The server runs, but there are no pages to show. Build them with <code>pnpm build</code>, or run <code>npm start</code>, which does it for you.</p>
`;

/** The built web app: its files, and its one page for every address that is no file. */
export function webApp(dist: string): Router {
  const router = Router();
  router.use(
    express.static(dist, {
      index: false,
      setHeaders: (res: Response, path: string) =>
        res.setHeader('Cache-Control', HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'),
    }),
  );
  router.get('/{*path}', sendPage(join(dist, 'index.html')));
  return router;
}

const sendPage =
  (file: string): RequestHandler =>
  async (req, res, next) => {
    // A file that is not there is not there; an address of the app has no ending.
    if (extname(req.path) !== '' && req.path !== '/index.html') {
      next();
      return;
    }
    const html = await readFile(file, 'utf8').catch(() => undefined);
    res.set('Cache-Control', 'no-cache').type('html');
    if (html === undefined) {
      res.status(503).send(NOT_BUILT);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    res.set('Content-Security-Policy', contentPolicy(nonce)).send(html.replaceAll(NONCE_PLACE, nonce));
  };
