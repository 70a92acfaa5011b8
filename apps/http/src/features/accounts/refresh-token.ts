import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits need neither salt nor a slow hash. */
const TOKEN_BYTES = 32;
const DAY_MS = 24 * 60 * 60 * 1_000;
export const REFRESH_TOKEN_TTL_MS = 7 * DAY_MS;

export const makeRefreshToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What the database knows of a token. */
export const hashRefreshToken = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest());
