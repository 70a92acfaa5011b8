import { Id } from '@metaverse/contracts';
import type { Db } from '@metaverse/db';
import { notFound } from '@metaverse/service-kit';
import { type Response, Router } from 'express';
import { z } from 'zod';
import { avatarDrawing, pieceDrawing } from './drawn-pictures.ts';
import { loadMapPlan, loadSpacePlan } from './load-plan.ts';
import type { ThumbnailUrls } from './thumbnail-urls.ts';
import { createThumbnails, type Thumbnail } from './thumbnails.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** Drawings change with a release: asked for again after a day. */
const FOR_A_DAY = `public, max-age=${DAY_SECONDS}`;
/** The address holds the version, so what is behind it never changes; it is a secret, so no shared cache keeps it. */
const FOR_GOOD = `private, max-age=${365 * DAY_SECONDS}, immutable`;
const ALWAYS_ASK = 'private, no-cache';
/** An SVG that is opened by itself is a document: it may draw, and nothing else. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** What is missing proves nothing. */
const Proof = z.object({ v: z.string().catch(''), k: z.string().catch('') });

/** Pictures of the drawn world. Images are fetched without a token: what is not for everybody has an address that nobody can guess. */
export function mediaRoutes({ db, urls }: { db: Db; urls: ThumbnailUrls }): Router {
  const thumbnails = createThumbnails();
  const router = Router();

  router.get('/media/art/pieces/:name.svg', (req, res) => sendSvg(res, pieceDrawing(req.params.name)));
  router.get('/media/art/avatars/:name.svg', (req, res) => sendSvg(res, avatarDrawing(req.params.name)));

  router.get('/media/art/maps/:id.webp', async (req, res) => {
    const plan = await loadMapPlan(db.prisma, idFrom(req.params.id));
    if (!plan) throw notFound('picture');
    sendThumbnail(res, await thumbnails.of(plan), FOR_A_DAY);
  });

  router.get('/media/art/spaces/:id.webp', async (req, res) => {
    const id = idFrom(req.params.id);
    const { v: mapVersion, k: proof } = Proof.parse(req.query);
    if (!urls.isGenuine({ id, mapVersion, proof })) throw notFound('picture');
    const found = await loadSpacePlan(db.prisma, id);
    if (!found) throw notFound('picture');
    // An address of an older version shows the place as it is now, and is not kept.
    sendThumbnail(res, await thumbnails.of(found.plan), String(found.mapVersion) === mapVersion ? FOR_GOOD : ALWAYS_ASK);
  });
  return router;
}

function idFrom(text: string): string {
  const id = Id.safeParse(text);
  if (!id.success) throw notFound('picture');
  return id.data;
}

function sendSvg(res: Response, svg: string | undefined): void {
  if (svg === undefined) throw notFound('picture');
  res.set({ 'Cache-Control': FOR_A_DAY, 'Content-Security-Policy': DRAWING_POLICY }).type('svg').send(svg);
}

function sendThumbnail(res: Response, { image, etag }: Thumbnail, cacheControl: string): void {
  res.set({ 'Cache-Control': cacheControl, ETag: etag }).type('webp').send(image);
}
