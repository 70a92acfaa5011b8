import { createHash } from 'node:crypto';
import { type MapPlan, mapThumbnailSvg } from '@metaverse/art';
import sharp from 'sharp';
import { createSemaphore } from '../../semaphore.ts';
import { createBoundedCache } from './bounded-cache.ts';

export type Thumbnail = { image: Buffer; etag: string };
export type Thumbnails = { of: (plan: MapPlan) => Promise<Thumbnail> };

/** A thousand pictures of 32 kB, as an office's is. */
const CACHE_MAX_BYTES = 32 * 1024 * 1024;
/** A furnished office takes a second of one core; another core stays free for people. */
const RUNNING_MAX = 1;
const WAITING_MAX = 50;
const QUALITY = 82;

/** Pictures of whole places. The same place is drawn once, in however many spaces it stands. */
export function createThumbnails(): Thumbnails {
  const inTurn = createSemaphore({ running: RUNNING_MAX, waiting: WAITING_MAX });
  const cache = createBoundedCache<Thumbnail>({ maxBytes: CACHE_MAX_BYTES, sizeOf: ({ image }) => image.length });

  return {
    of: (plan) => {
      const key = createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
      return cache.get(key, async () => ({ image: await inTurn(() => draw(plan)), etag: `"${key}"` }));
    },
  };
}

const draw = (plan: MapPlan): Promise<Buffer> =>
  sharp(Buffer.from(mapThumbnailSvg(plan)))
    .webp({ quality: QUALITY })
    .toBuffer();
