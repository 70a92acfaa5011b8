import { migrate } from '@metaverse/db';
import { endAbandonedServers, startKafka, startRedis, startScratchPostgres } from '@metaverse/local';
import { TEMPLATE_DATABASE, withAdminClient } from './template-database.ts';

type Running = { url: string; stop: () => Promise<void> };
type LazyServers = { urlOf: (name: ServerName) => Promise<string>; stop: () => Promise<void> };

/** PostgreSQL for a test run: nothing forced to disk, gone afterwards, with one migrated database to clone. */
const startTestPostgres = async (): Promise<Running> => {
  const postgres = await startScratchPostgres();
  try {
    await withAdminClient(postgres.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE_DATABASE}`));
    await migrate(postgres.url.replace(/[^/]*$/, TEMPLATE_DATABASE));
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};

const starters = { postgres: startTestPostgres, redis: () => startRedis(), kafka: () => startKafka() } satisfies Record<
  string,
  () => Promise<Running>
>;

export type ServerName = keyof typeof starters;

/** Servers that start when they are first asked for, each once. */
export const createLazyServers = (): LazyServers => {
  const started = new Map<ServerName, Promise<Running>>();
  const cleared = endAbandonedServers();

  const start = (name: ServerName): Promise<Running> => {
    const running = started.get(name) ?? cleared.then(() => starters[name]());
    started.set(name, running);
    return running;
  };

  return {
    urlOf: async (name) => (await start(name)).url,
    stop: async () => {
      const outcomes = await Promise.allSettled(started.values());
      const running = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      await Promise.all(running.map((server) => server.stop()));
    },
  };
};
