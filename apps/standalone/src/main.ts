import { seedDemo } from '@metaverse/http';
import { startPostgres } from '@metaverse/local';
import { ConfigurationError, createLogger, createMetrics, hostServices, readEnv, run, VERSION } from '@metaverse/service-kit';
import { announce } from './announce.ts';
import { composeStandalone } from './compose.ts';
import { dataFolders, standaloneEnv } from './env.ts';

await run(async () => {
  const env = readEnv(standaloneEnv, process.env);
  const log = createLogger({ service: 'standalone', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const postgres = env.DATABASE_URL === undefined ? await startEmbedded(dataFolders(env.DATA_DIR).postgres) : undefined;
  const databaseUrl = env.DATABASE_URL ?? postgres?.url ?? '';

  try {
    const metrics = createMetrics();
    const whole = composeStandalone({ env, databaseUrl, metrics, log });
    const { HOST: address, PORT: port, TRUSTED_PROXIES: trustedProxies } = env;
    const host = await hostServices({ services: whole.services, host: address, port, log, metrics, version: VERSION, trustedProxies });
    // Known to the person at this terminal alone, on a machine that nobody else reaches.
    const accounts = address === '127.0.0.1' && postgres ? await seedDemo(whole.db) : [];
    announce({ url: `http://${address}:${host.port}`, accounts });

    const stop = async (): Promise<void> => {
      await host.stop();
      await whole.stop();
      await postgres?.stop();
    };
    return { host: { ...host, stop }, log };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
});

/** Its failures are sentences for the person who starts it. */
async function startEmbedded(dir: string) {
  try {
    return await startPostgres({ dir });
  } catch (cause) {
    throw new ConfigurationError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
