import { ConfigurationError } from './env.ts';
import { type Host, ListenError } from './host.ts';
import type { Logger } from './logger.ts';

/** Everything that started has this long to stop. */
const SHUTDOWN_LIMIT_MS = 5_000;

/**
 * Runs a service as a process: SIGINT and SIGTERM stop it in order, a bad configuration or a taken port ends it with one
 * clear sentence, and a failure that nobody caught is logged before it ends the process.
 */
export async function run(start: () => Promise<{ host: Host; log: Logger }>): Promise<void> {
  try {
    const { host, log } = await start();
    stopOnSignals(host, log);
  } catch (error) {
    const isExpected = error instanceof ConfigurationError || error instanceof ListenError;
    process.stderr.write(
      isExpected ? `${error.message}\n` : `The service could not start: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  }
}

function stopOnSignals(host: Host, log: Logger): void {
  let isStopping = false;
  const stop = (signal: string, exitCode: number): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
    void host.stop().finally(() => process.exit(exitCode));
  };
  process.on('SIGINT', () => stop('SIGINT', 0));
  process.on('SIGTERM', () => stop('SIGTERM', 0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a failure that nobody caught');
    stop('uncaughtException', 1);
  });
}
