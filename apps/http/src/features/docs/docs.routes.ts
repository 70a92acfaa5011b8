import { Router } from 'express';
import { docsPage } from './docs-page.ts';
import { docsStyles } from './docs-styles.ts';
import { openApiDocument } from './openapi-document.ts';

/** The description of the API, for programs and for people. */
export function docsRoutes(version: string): Router {
  const document = openApiDocument(version);
  const page = docsPage(document);

  const router = Router();
  router.get('/api/v1/openapi.json', (_req, res) => void res.json(document));
  router.get('/docs', (_req, res) => void res.set('Cache-Control', 'no-cache').type('html').send(page));
  router.get('/docs/docs.css', (_req, res) => void res.set('Cache-Control', 'no-cache').type('css').send(docsStyles));
  return router;
}
