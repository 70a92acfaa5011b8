import { startKafka } from '../kafka/start-kafka.ts';
import { startPostgres, startScratchPostgres } from '../postgres/start-postgres.ts';
import { startRedis } from '../redis.ts';

type Stopping = { stop: () => Promise<void> };
export type Stores = { databaseUrl: string; redisUrl: string; kafkaBrokers: string; stop: () => Promise<void> };

/**
 * Starts PostgreSQL, Redis and Kafka. What they hold is gone afterwards, but for PostgreSQL's data where `postgresDir` says where.
 * @throws StartError of the first that does not start; the others are stopped again.
 */
export const startStores = async (postgresDir: string | undefined): Promise<Stores> => {
  const postgres = postgresDir === undefined ? startScratchPostgres() : startPostgres({ dir: postgresDir });
  const redis = startRedis();
  const kafka = startKafka();
  const starting: Promise<Stopping>[] = [postgres, redis, kafka];

  const stop = async (): Promise<void> => {
    const outcomes = await Promise.allSettled(starting);
    await Promise.all(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : Promise.resolve())));
  };
  try {
    const [{ url: databaseUrl }, { url: redisUrl }, { url: kafkaBrokers }] = await Promise.all([postgres, redis, kafka]);
    return { databaseUrl, redisUrl, kafkaBrokers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
