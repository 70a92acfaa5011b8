import { seedDemo } from '@metaverse/http';
import { type RunningPostgres, startPostgres, stopServers } from '@metaverse/local';
import { ConfigurationError, run } from '@metaverse/service-kit';
import { announce } from './announce.ts';
import { composeStandalone } from './compose.ts';
import { dataFolders, standaloneEnv } from './env.ts';

/** Only on a machine that nobody else reaches are accounts made whose passwords are shown. */
const LOOPBACK = '127.0.0.1';

await run({
  name: 'standalone',
  env: standaloneEnv,
  open: async ({ env, log, metrics, onStop, fail }) => {
    // Before it starts: a Ctrl-C may come meanwhile.
    onStop('postgres', stopServers);
    const postgres = env.DATABASE_URL === undefined ? await startEmbedded(dataFolders(env.DATA_DIR).postgres) : undefined;
    void postgres?.exited.then((how) => fail(`${how}, and nothing goes on without it. Its log is ${postgres.logFile}; start again.`));
    const { services, db } = composeStandalone({ env, databaseUrl: env.DATABASE_URL ?? postgres?.url ?? '', metrics, log, onStop });

    return {
      services,
      onReady: async ({ port }) => {
        const accounts = postgres && env.HOST === LOOPBACK ? await seedDemo(db) : [];
        announce({ url: `http://${env.HOST}:${port}`, accounts, dataDir: postgres && env.DATA_DIR });
      },
    };
  },
});

/** Its failures are sentences for the person who starts it. */
async function startEmbedded(dir: string): Promise<RunningPostgres> {
  try {
    return await startPostgres({ dir });
  } catch (cause) {
    throw new ConfigurationError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
