import { parseArgs } from 'node:util';
import { createDb } from '@metaverse/db';
import { createKafkaEventLog, kafkaOptions } from '@metaverse/kafka';
import { ConfigurationError, createMemoryEventLog, run } from '@metaverse/service-kit';
import { compose, type HandlerName, handlerNames, kafkaConsumerEnv } from './compose.ts';

await run({
  name: 'kafka-consumer',
  env: kafkaConsumerEnv,
  open: ({ env, log, metrics, onStop }) => {
    const db = createDb({ databaseUrl: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE, log });
    onStop('database', db.stop);
    const kafka = kafkaOptions(env, { clientId: env.SERVICE_ID ?? 'kafka-consumer', log });
    const eventLog = kafka ? createKafkaEventLog(kafka) : createMemoryEventLog({ log });

    const config = { databaseUrl: env.DATABASE_URL, handlers: chosenHandlers(), hasBroker: kafka !== undefined };
    return { services: [compose(config, { db, eventLog, metrics, log })] };
  },
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
