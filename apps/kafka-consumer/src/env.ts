import { commonEnv, databaseEnv, type EnvSpec, integerVariable, kafkaEnv, portVariable } from '@metaverse/service-kit';

/** Everything that kafka-consumer reads from its environment. */
export const kafkaConsumerEnv = {
  ...commonEnv,
  ...databaseEnv,
  ...kafkaEnv,
  PORT: portVariable(3009),
  DATABASE_POOL_SIZE: integerVariable('Connections to PostgreSQL that the service holds at the most, beside the relay’s own', 5, {
    min: 1,
  }),
} as const satisfies EnvSpec;
