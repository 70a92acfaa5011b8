import {
  commonEnv,
  databaseEnv,
  type EnvOf,
  type EnvSpec,
  integerVariable,
  portVariable,
  redisEnv,
  tokenVerificationEnv,
} from '@metaverse/service-kit';
import type { GameStateConfig } from './config.ts';

const GAME_STATE_PORT = 3003;

/** Limits of the world socket; standalone reads them too. */
export const worldLimitsEnv = {
  LIMIT_JOINS: integerVariable('Joins of rooms or spaces a second that a connection may make', 10, { min: 1 }),
  LIMIT_EVENTS: integerVariable('Events a second above which a connection is closed', 500, { min: 1 }),
} as const satisfies EnvSpec;

export const gameStateEnv = {
  ...commonEnv,
  ...databaseEnv,
  ...redisEnv,
  ...tokenVerificationEnv,
  ...worldLimitsEnv,
  PORT: portVariable(GAME_STATE_PORT),
} as const satisfies EnvSpec;

/** `serviceId` names this instance; a name is made up where none is set. */
export const gameStateConfig = (
  env: EnvOf<typeof worldLimitsEnv> & { ALLOWED_ORIGINS: string[]; SERVICE_ID: string | undefined },
): GameStateConfig => ({
  serviceId: env.SERVICE_ID ?? 'game-state',
  allowedOrigins: env.ALLOWED_ORIGINS,
  limits: { joinsPerSecond: env.LIMIT_JOINS, eventsPerSecond: env.LIMIT_EVENTS },
});
