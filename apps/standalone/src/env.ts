import { join } from 'node:path';
import { chatLimitsEnv } from '@metaverse/chat-socket';
import { worldLimitsEnv } from '@metaverse/game-state';
import { httpOwnEnv } from '@metaverse/http';
import { localDir } from '@metaverse/local';
import { commonEnv, databaseEnv, type EnvSpec, portVariable, variable } from '@metaverse/service-kit';
import { z } from 'zod';

const STANDALONE_PORT = 3000;

/** Everything that the whole product in one process reads from its environment. */
export const standaloneEnv = {
  ...commonEnv,
  ...databaseEnv,
  ...httpOwnEnv,
  ...chatLimitsEnv,
  ...worldLimitsEnv,
  PORT: portVariable(STANDALONE_PORT),
  LOG_LEVEL: variable(commonEnv.LOG_LEVEL.description, z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'), {
    example: 'warn',
  }),
  LOG_FORMAT: variable(commonEnv.LOG_FORMAT.description, z.enum(['json', 'pretty']).default('pretty'), { example: 'pretty' }),
  DATABASE_URL: variable('standalone starts the embedded one when it is unset', z.url({ protocol: /^postgres(ql)?$/ }).optional(), {
    isSecret: true,
  }),
  DATA_DIR: variable('Folder for the embedded database and the signing key', z.string().min(1).default(localDir), { example: '.local' }),
} as const satisfies EnvSpec;

export const dataFolders = (dataDir: string) => ({ postgres: join(dataDir, 'postgres'), keys: join(dataDir, 'keys') });
