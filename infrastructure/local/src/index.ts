export { findFreePort, isPortTaken } from './free-port.ts';
export { startKafka, type RunningKafka } from './kafka/start-kafka.ts';
export { localDir, repoDir } from './paths.ts';
export { startPostgres, startScratchPostgres, type PostgresOptions, type RunningPostgres } from './postgres/start-postgres.ts';
export { usePostgres } from './postgres/use-postgres.ts';
export { startRedis, type RunningRedis } from './redis.ts';
export { endAbandonedServers } from './run-records.ts';
export { StartError } from './start-error.ts';
