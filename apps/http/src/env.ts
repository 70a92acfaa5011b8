import { fileURLToPath } from 'node:url';
import {
  commonEnv,
  ConfigurationError,
  databaseEnv,
  type EnvOf,
  type EnvSpec,
  integerVariable,
  listVariable,
  portVariable,
  redisEnv,
  variable,
} from '@metaverse/service-kit';
import { z } from 'zod';
import { PASSWORD_COST } from './features/accounts/password-hasher.ts';
import type { HttpConfig } from './http-context.ts';
import { ACCESS_TOKEN_TTL_SECONDS, loadOrCreateSigningKeys, loadSigningKeys, type SigningKeys } from './signing-keys.ts';

const HTTP_PORT = 3001;
const builtWebApp = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** What http reads beside what every service does; standalone reads it too. */
export const httpOwnEnv = {
  WEB_DIST: variable('Folder of the built web app', z.string().default(builtWebApp), { example: 'apps/web/dist' }),
  JWT_PRIVATE_KEY_FILES: listVariable(
    'EC P-256 private keys in PEM, comma-separated: the first signs, all are published while keys are being changed',
    '/run/secrets/signing-key.pem',
  ),
  SIGNING_KEYS_DIR: variable(
    'Folder where a signing key is made and kept when JWT_PRIVATE_KEY_FILES is unset',
    z.string().min(1).optional(),
  ),
  ACCESS_TOKEN_TTL_SECONDS: integerVariable(
    'How long an access token is good for; live sockets are asked for the next one in time',
    ACCESS_TOKEN_TTL_SECONDS,
    {
      min: 2,
      max: 86_400,
    },
  ),
  PASSWORD_COST: integerVariable(
    'Work factor of bcrypt for passwords that are set from now on; each step doubles what a log-in costs, and a guess at a stolen hash',
    PASSWORD_COST,
    { min: 10, max: 16 },
  ),
  FIRST_ADMIN: variable('Username of the first admin, who may sign up later; has no effect once there is an admin', z.string().optional()),
  MIGRATE_ON_START: variable('Brings the database up to date before anything else', z.stringbool().default(true), { example: 'true' }),
  LIMIT_SIGNUPS: integerVariable('Sign-ups in 10 minutes per address, refused ones included', 30, { min: 1 }),
  LIMIT_LOGIN_FAILURES: integerVariable('Failed log-ins in 15 minutes per name and address', 10, { min: 1 }),
  LIMIT_LOGIN_FAILURES_ADDRESS: integerVariable('Failed log-ins in 15 minutes per address', 100, { min: 1 }),
  LIMIT_REQUESTS: integerVariable('Other API requests a minute per person, or per address where nobody is signed in', 600, { min: 1 }),
  LIMIT_MESSAGES_BURST: integerVariable('Messages that a person may send at once', 60, { min: 1 }),
  LIMIT_MESSAGES: integerVariable('Messages a second that a person may send after that', 10, { min: 1 }),
} as const satisfies EnvSpec;

/** Everything that http reads from its environment when it runs by itself. */
export const httpEnv = {
  ...commonEnv,
  PORT: portVariable(HTTP_PORT),
  ...databaseEnv,
  ...redisEnv,
  ...httpOwnEnv,
} as const satisfies EnvSpec;
export type HttpEnv = EnvOf<typeof httpEnv>;

type OwnEnv = EnvOf<typeof httpOwnEnv> & Pick<HttpEnv, 'ALLOWED_ORIGINS'>;

/** The configuration out of the environment; `databaseUrl` is migrated on start where the environment asks for it. */
export const httpConfig = (env: OwnEnv, known: { version: string; databaseUrl: string }): HttpConfig => ({
  version: known.version,
  allowedOrigins: env.ALLOWED_ORIGINS,
  webDist: env.WEB_DIST,
  limits: {
    signUps: env.LIMIT_SIGNUPS,
    loginFailures: env.LIMIT_LOGIN_FAILURES,
    loginFailuresPerAddress: env.LIMIT_LOGIN_FAILURES_ADDRESS,
    requests: env.LIMIT_REQUESTS,
  },
  accessTokenTtlSeconds: env.ACCESS_TOKEN_TTL_SECONDS,
  passwordCost: env.PASSWORD_COST,
  firstAdmin: env.FIRST_ADMIN,
  migrateUrl: env.MIGRATE_ON_START ? known.databaseUrl : undefined,
});

/** The signing keys that the environment names, or those kept in its folder. */
export function signingKeysOf(env: Pick<HttpEnv, 'JWT_PRIVATE_KEY_FILES' | 'SIGNING_KEYS_DIR'>): SigningKeys {
  if (env.JWT_PRIVATE_KEY_FILES.length > 0) return loadSigningKeys(env.JWT_PRIVATE_KEY_FILES);
  if (env.SIGNING_KEYS_DIR !== undefined) return loadOrCreateSigningKeys(env.SIGNING_KEYS_DIR);
  throw new ConfigurationError(
    'Set JWT_PRIVATE_KEY_FILES to the files of the signing keys, or SIGNING_KEYS_DIR to a folder to keep one in.',
  );
}
