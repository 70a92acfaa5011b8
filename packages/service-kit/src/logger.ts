import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;
export type LogFormat = 'json' | 'pretty';

/** Structured log on standard output; ERROR means that somebody has to act now. Secrets are cut out wherever they appear. */
export function createLogger(options: { service: string; level: string; format?: LogFormat }): Logger {
  return pino({
    name: options.service,
    level: options.level,
    redact: { paths: ['password', '*.password', 'token', '*.token', 'req.headers.authorization', 'req.headers.cookie'], remove: true },
    ...(options.format === 'pretty'
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } } }
      : {}),
  });
}

/** For tests and tools that have nothing to say. */
export const silentLogger = (): Logger => pino({ level: 'silent' });
