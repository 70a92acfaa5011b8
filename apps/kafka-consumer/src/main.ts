import { parseArgs } from 'node:util';
import { createDb } from '@metaverse/db';
import { createKafkaEventLog, kafkaOptions } from '@metaverse/kafka';
import {
  ConfigurationError,
  createLogger,
  createMemoryEventLog,
  createMetrics,
  hostServices,
  readEnv,
  run,
  VERSION,
} from '@metaverse/service-kit';
import { compose, type HandlerName, handlerNames, kafkaConsumerEnv } from './compose.ts';

await run(async () => {
  const env = readEnv(kafkaConsumerEnv, process.env);
  const log = createLogger({ service: 'kafka-consumer', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const metrics = createMetrics();
  const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
  const kafka = kafkaOptions(env, { clientId: env.SERVICE_ID ?? 'kafka-consumer', log });
  const eventLog = kafka ? createKafkaEventLog(kafka) : createMemoryEventLog({ log });
  const config = { databaseUrl: env.DATABASE_URL, handlers: chosenHandlers(), hasBroker: kafka !== undefined };

  const { HOST: host, PORT: port, TRUSTED_PROXIES: trustedProxies } = env;
  const services = [compose(config, { db, eventLog, metrics, log })];
  const hosted = await hostServices({ services, host, port, log, metrics, version: VERSION, trustedProxies });
  return { host: { ...hosted, stop: () => hosted.stop().then(db.stop) }, log };
});

/** `--handlers=activity,…` runs only these; none at all with `--handlers=`. */
function chosenHandlers(): HandlerName[] {
  const { values } = parseArgs({ options: { handlers: { type: 'string' } } });
  if (values.handlers === undefined) return handlerNames;
  const wanted = values.handlers.split(',').filter((name) => name !== '');
  const unknown = wanted.filter((name) => !handlerNames.some((known) => known === name));
  if (unknown.length > 0) {
    throw new ConfigurationError(`There is no handler "${unknown.join('", "')}". There are: ${handlerNames.join(', ')}.`);
  }
  return handlerNames.filter((name) => wanted.includes(name));
}
