export { createKafkaEventLog, type KafkaOptions } from './create-kafka-event-log.ts';
export { kafkaOptions } from './kafka-options.ts';
