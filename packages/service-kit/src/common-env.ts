import { z } from 'zod';
import { type EnvSpec, integerVariable, listVariable, variable } from './env.ts';

const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** 5 split services in 2 instances stay below PostgreSQL's default of 100 connections with one half to spare. */
const DATABASE_POOL_SIZE = 10;

/** What every service reads. */
export const commonEnv = {
  HOST: variable('Address that the service listens on', z.string().default('127.0.0.1'), { example: '127.0.0.1' }),
  SERVICE_ID: variable(
    'Name of this instance in logs, leases and events; made at random when unset',
    z.string().min(1).max(100).optional(),
  ),
  LOG_LEVEL: variable('Least level that is logged', z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    example: 'info',
  }),
  LOG_FORMAT: variable('json for machines, pretty for people', z.enum(['json', 'pretty']).default('json'), { example: 'json' }),
  ALLOWED_ORIGINS: listVariable('Origins other than its own that browsers may call from', 'https://app.example.org'),
  TRUSTED_PROXIES: listVariable('Addresses or ranges of proxies whose X-Forwarded-For counts', 'loopback,uniquelocal'),
} as const satisfies EnvSpec;

export const portVariable = (fallback: number) =>
  integerVariable('Port that the service listens on; 0 takes a free one', fallback, { max: 65_535 });

export const databaseEnv = {
  DATABASE_URL: variable('PostgreSQL, as postgresql://user:password@host:port/name', url(/^postgres(ql)?$/), {
    example: 'postgresql://metaverse:secret@localhost:5432/metaverse',
    isSecret: true,
  }),
  DATABASE_POOL_SIZE: integerVariable('Connections to PostgreSQL that the process holds at the most', DATABASE_POOL_SIZE, { min: 2 }),
} as const satisfies EnvSpec;

export const redisEnv = {
  REDIS_URL: variable('Redis for presence, limits and the socket adapter; unset keeps them in memory', url(/^rediss?$/).optional(), {
    example: 'redis://localhost:6379',
    isSecret: true,
  }),
} as const satisfies EnvSpec;

export const tokenVerificationEnv = {
  JWKS_URL: variable('Where the public keys of access tokens are found', url(/^https?$/), {
    example: 'http://localhost:3001/.well-known/jwks.json',
  }),
} as const satisfies EnvSpec;

export const kafkaEnv = {
  KAFKA_BROKERS: listVariable('Kafka brokers; unset hands events to the handlers in process', 'localhost:9092'),
  KAFKA_BROKER: listVariable('Other name of KAFKA_BROKERS, read when that is unset'),
  KAFKA_USERNAME: variable('Name for SCRAM-SHA-512; unset connects without one', z.string().optional()),
  KAFKA_PASSWORD: variable('Password for KAFKA_USERNAME', z.string().optional(), { isSecret: true }),
  KAFKA_SESSION_TIMEOUT_SECONDS: integerVariable(
    'How long a consumer that gives no sign of life keeps its partitions; after a crash their events wait so long',
    30,
    { min: 6, max: 1_800 },
  ),
  KAFKA_SSL: variable('true connects to the brokers over TLS', z.stringbool().default(false), { example: 'false' }),
} as const satisfies EnvSpec;
