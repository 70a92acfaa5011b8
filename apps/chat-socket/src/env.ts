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
import type { ChatSocketConfig } from './config.ts';

/** What the chat's limits are called, wherever the chat runs. */
export const chatLimitsEnv = {
  LIMIT_MESSAGES_BURST: integerVariable('Messages that a person may send at once', 60, { min: 1 }),
  LIMIT_MESSAGES: integerVariable('Messages a second that a person may send after that', 10, { min: 1 }),
  LIMIT_TYPING: integerVariable('Typing marks a second that a connection may send', 5, { min: 1 }),
  LIMIT_JOINS: integerVariable('Joins of rooms or spaces a second that a connection may make', 10, { min: 1 }),
  LIMIT_EVENTS: integerVariable('Events a second above which a connection is closed', 500, { min: 1 }),
} as const satisfies EnvSpec;

/** Everything that chat-socket reads from its environment. */
export const chatSocketEnv = {
  ...commonEnv,
  ...databaseEnv,
  ...redisEnv,
  ...tokenVerificationEnv,
  ...chatLimitsEnv,
  PORT: portVariable(3002),
} as const satisfies EnvSpec;

export const chatSocketConfig = (env: EnvOf<typeof chatLimitsEnv> & { ALLOWED_ORIGINS: string[] }): ChatSocketConfig => ({
  allowedOrigins: env.ALLOWED_ORIGINS,
  limits: {
    messagesBurst: env.LIMIT_MESSAGES_BURST,
    messagesPerSecond: env.LIMIT_MESSAGES,
    typingPerSecond: env.LIMIT_TYPING,
    joinsPerSecond: env.LIMIT_JOINS,
    eventsPerSecond: env.LIMIT_EVENTS,
  },
});
