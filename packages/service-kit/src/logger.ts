import { type Logger as PinoLogger, pino, stdSerializers } from 'pino';

export type Logger = PinoLogger;
export type LogFormat = 'json' | 'pretty';

/** Structured log on standard output; ERROR means that somebody has to act now. Secrets are cut out wherever they appear. */
export function createLogger(options: { service: string; level: string; format?: LogFormat }): Logger {
  return pino({
    name: options.service,
    level: options.level,
    redact: { paths: ['password', '*.password', 'token', '*.token', 'req.headers.authorization', 'req.headers.cookie'], remove: true },
    serializers: { err: describeError },
    ...(options.format === 'pretty'
      ? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } } }
      : {}),
  });
}

/** For tests and tools that have nothing to say. */
export const silentLogger = (): Logger => pino({ level: 'silent' });

/** What an error is and where it came from. Other properties stay out: clients hang themselves, with their keys, or the rows of others on theirs. */
export function describeError(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { type, message, stack } = stdSerializers.err(thrown);
  return { type, message, stack, ...('code' in thrown && { code: thrown.code }) };
}
