import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka } from '../kafka/start-kafka.ts';
import { scratchOptions, startPostgres } from '../postgres/start-postgres.ts';
import { startRedis } from '../redis.ts';
import { startRestartable, type StoreServer } from './restartable.ts';

export type Stores = {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly kafkaBrokers: string;
  readonly servers: { readonly postgres: StoreServer; readonly redis: StoreServer; readonly kafka: StoreServer };
  readonly stop: () => Promise<void>;
};

const portOption = (port: number | undefined): { port?: number } => (port === undefined ? {} : { port });

/**
 * Starts PostgreSQL, Redis and Kafka. What they hold is gone afterwards, but for PostgreSQL's data where `postgresDir` says where.
 * @throws StartError of the first that does not start; the others are stopped again.
 */
export const startStores = async (postgresDir: string | undefined): Promise<Stores> => {
  const postgresOptions = postgresDir === undefined ? scratchOptions() : { dir: postgresDir };
  const kafkaDir = mkdtempSync(join(tmpdir(), 'metaverse-kafka-'));
  const starting = [
    startRestartable((port) => startPostgres({ ...postgresOptions, ...portOption(port), isRestartable: true })),
    startRestartable((port) => startRedis(portOption(port))),
    startRestartable((port) => startKafka({ ...portOption(port), dir: kafkaDir })),
  ] as const;

  const stop = async (): Promise<void> => {
    const outcomes = await Promise.allSettled(starting);
    await Promise.all(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : Promise.resolve())));
  };
  try {
    const [postgres, redis, kafka] = await Promise.all(starting);
    return { databaseUrl: postgres.url, redisUrl: redis.url, kafkaBrokers: kafka.url, servers: { postgres, redis, kafka }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
