import { ConfigurationError, type EnvOf, type kafkaEnv, type Logger } from '@metaverse/service-kit';
import type { KafkaOptions } from './create-kafka-event-log.ts';

/** How to reach Kafka, from `kafkaEnv`; undefined where no broker is named. Throws `ConfigurationError` for half a login. */
export function kafkaOptions(env: EnvOf<typeof kafkaEnv>, { clientId, log }: { clientId: string; log: Logger }): KafkaOptions | undefined {
  const brokers = env.KAFKA_BROKERS.length > 0 ? env.KAFKA_BROKERS : env.KAFKA_BROKER;
  if (brokers.length === 0) return undefined;

  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = env;
  if ((username === undefined) !== (password === undefined)) {
    throw new ConfigurationError('KAFKA_USERNAME and KAFKA_PASSWORD belong together: set both or neither.');
  }
  const credentials = username === undefined || password === undefined ? undefined : { username, password };
  return { brokers, clientId, credentials, ssl: env.KAFKA_SSL, sessionTimeoutMs: env.KAFKA_SESSION_TIMEOUT_SECONDS * 1_000, log };
}
