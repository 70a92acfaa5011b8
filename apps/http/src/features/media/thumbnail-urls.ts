import { createHmac, timingSafeEqual } from 'node:crypto';

/** 128 bits of a keyed hash. */
const PROOF_LENGTH = 22;

/** Where a template's picture is; templates are no secret. */
export const mapThumbnailUrl = (mapId: string): string => `/media/art/maps/${mapId}.webp`;

export type ThumbnailUrls = {
  spaceThumbnailUrl: (space: { id: string; mapVersion: number }) => string;
  /** Whether a request for a space's picture carries the proof that this server gave out. */
  isGenuine: (space: { id: string; mapVersion: string; proof: string }) => boolean;
};

/**
 * Addresses of the pictures of spaces. Images are fetched without a token, so the address itself is the permission: it
 * holds a proof that only who was shown the space can know, and the map's version, so that it may be cached for good.
 */
export function createThumbnailUrls(secret: Buffer): ThumbnailUrls {
  const proofOf = (id: string, mapVersion: number | string): string =>
    createHmac('sha256', secret).update(`${id}/${mapVersion}`).digest('base64url').slice(0, PROOF_LENGTH);

  return {
    spaceThumbnailUrl: ({ id, mapVersion }) => `/media/art/spaces/${id}.webp?v=${mapVersion}&k=${proofOf(id, mapVersion)}`,
    isGenuine: ({ id, mapVersion, proof }) => {
      const [expected, given] = [Buffer.from(proofOf(id, mapVersion)), Buffer.from(proof)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
