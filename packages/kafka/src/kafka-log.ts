import type { Logger } from '@metaverse/service-kit';
import { type logCreator, logLevel } from 'kafkajs';

/** The client reports each failed try as an error although it goes on trying: for us that is a warning. */
const methods: Record<logLevel, 'warn' | 'info' | 'debug' | undefined> = {
  [logLevel.NOTHING]: undefined,
  [logLevel.ERROR]: 'warn',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'debug',
  [logLevel.DEBUG]: undefined,
};

/** Leads kafkajs's log into ours. */
export const kafkaLog =
  (log: Logger): logCreator =>
  () =>
  ({ level, log: entry, namespace }) => {
    const method = methods[level];
    if (!method) return;
    const { message, timestamp: _timestamp, logger: _logger, ...facts } = entry;
    log[method]({ ...facts, namespace }, message);
  };
