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

/** The same message is told again after so long; meanwhile it is for those who debug. */
const REMIND_MS = 60_000;

/** Leads kafkajs's log into ours. */
export const kafkaLog = (log: Logger): logCreator => {
  const toldAt = new Map<string, number>();

  return () =>
    ({ level, log: entry, namespace }) => {
      const method = methods[level];
      if (!method) return;
      const { message, timestamp: _timestamp, logger: _logger, ...facts } = entry;
      const isRepeated = performance.now() - (toldAt.get(message) ?? -Infinity) < REMIND_MS;
      if (!isRepeated) toldAt.set(message, performance.now());
      log[isRepeated ? 'debug' : method]({ ...facts, namespace }, message);
    };
};
