import type { Chat } from '@metaverse/chat';
import type { Db } from '@metaverse/db';
import type { Redis } from '@metaverse/redis';
import type { Logger, PresenceStore } from '@metaverse/service-kit';
import type { Request, Response } from 'express';
import type { SigningKeys } from './signing-keys.ts';
import type { Sockets } from './sockets.ts';

/** What http is told. Counts of limits are per the time that their variable names. */
export type HttpConfig = {
  /** Of the whole product, for the API's description. */
  version: string;
  allowedOrigins: readonly string[];
  /** Folder of the built web app. */
  webDist: string;
  limits: {
    signUps: number;
    loginFailures: number;
    loginFailuresPerAddress: number;
    requests: number;
  };
  accessTokenTtlSeconds: number;
  /** Of bcrypt, for passwords that are set from now on. */
  passwordCost: number;
  /** Username of who becomes the first admin, on the next start or on signing up. */
  firstAdmin: string | undefined;
  /** Database to migrate before anything else; undefined where somebody else does that. */
  migrateUrl: string | undefined;
};

/** What http is handed. */
export type HttpDeps = {
  db: Db;
  log: Logger;
  presence: PresenceStore;
  keys: SigningKeys;
  chat: Chat;
  sockets: Sockets;
  /** Lets limits count over all instances; without it this is the only one. */
  redis?: Redis | undefined;
};

/** Of a header only so much is kept. */
const USER_AGENT_MAX = 300;

/** The program that calls, as it says itself. */
export const clientOf = (req: Request): { userAgent: string } => ({
  userAgent: (req.headers['user-agent'] ?? '').slice(0, USER_AGENT_MAX),
});

export const addressOf = (req: Request): string => req.ip ?? '';

/** Set on the answer before any route runs. */
export const requestIdOf = (res: Response): string => String(res.getHeader('X-Request-Id'));
