import type { commonEnv } from './common-env.ts';
import { ConfigurationError, type EnvOf, type EnvSpec, type EnvVariable, readEnv } from './env.ts';
import { type Host, hostServices, ListenError } from './host.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Service } from './service.ts';

/** Everything that started has this long to stop. */
const SHUTDOWN_LIMIT_MS = 5_000;

type ProcessSpec = EnvSpec & typeof commonEnv & { PORT: EnvVariable<number> };

/** What the parts of a process are made with. */
export type Opening<S extends EnvSpec> = {
  env: EnvOf<S>;
  log: Logger;
  metrics: Metrics;
  /** Registers how to close what was opened: after the services, the last one opened first. */
  onStop: Lifecycle['onStop'];
  /** Ends the process with this sentence and code 1: something is gone that it cannot do without. */
  fail: (sentence: string) => void;
};

export type Opened = {
  /** In the order of their start. */
  services: readonly Service[];
  /** Once everything answers. */
  onReady?: (host: Host) => Promise<void>;
};

export type ProcessOptions<S extends ProcessSpec> = {
  name: string;
  env: S;
  /** Opens connections and composes the services over them. */
  open: (opening: Opening<S>) => Promise<Opened> | Opened;
};

/**
 * Runs services as a process: SIGINT, SIGTERM and SIGHUP stop it in order, also while it starts; a bad configuration or a taken
 * port ends it with one clear sentence, and a failure that nobody caught is logged before it ends the process.
 */
export async function run<S extends ProcessSpec>({ name, env: spec, open }: ProcessOptions<S>): Promise<void> {
  let ending: Ending | undefined;
  try {
    const env = readEnv(spec, process.env);
    // The spec holds every common variable, so its values do.
    const { HOST, PORT, LOG_LEVEL, LOG_FORMAT, TRUSTED_PROXIES } = env as EnvOf<ProcessSpec>;
    const log = createLogger({ service: name, level: LOG_LEVEL, format: LOG_FORMAT });
    const metrics = createMetrics();
    const lifecycle = createLifecycle(log);
    ending = endInOrder(lifecycle, log);
    const { services, onReady } = await open({ env, log, metrics, onStop: lifecycle.onStop, fail: ending.fail });
    const host = await hostServices({ services, host: HOST, port: PORT, log, metrics, trustedProxies: TRUSTED_PROXIES, lifecycle });
    await onReady?.(host);
  } catch (error) {
    // A Ctrl-C that came while something blocked us, and made it fail, is heard first.
    await new Promise(setImmediate);
    if (ending) ending.fail(sentenceOf(error));
    else {
      process.stderr.write(`${sentenceOf(error)}\n`);
      process.exit(1);
    }
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof ListenError) return error.message;
  if (isFromOutside(error)) {
    return `The service could not start: ${error.message}. Check that what its configuration names is there and lets it in: DATABASE_URL, and the others.`;
  }
  return `The service could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** What the system or the database answered, told by its code; Node's own codes for wrong calls are bugs of ours. */
const isFromOutside = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_');

type Ending = { fail: (sentence: string) => void };

/** Stops everything once, for whatever reason comes first; what fails only because of that is not worth a word. */
function endInOrder(lifecycle: Lifecycle, log: Logger): Ending {
  let isStopping = false;
  const stop = (exitCode: number, say: () => void): void => {
    if (isStopping) return;
    isStopping = true;
    say();
    setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
    void lifecycle.stop().finally(() => process.exit(exitCode));
  };
  // SIGHUP comes when the terminal is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0, () => log.info({ signal }, 'stopping')));
  process.on('uncaughtException', (error) => stop(1, () => log.fatal({ err: error }, 'a failure that nobody caught')));
  return { fail: (sentence) => stop(1, () => process.stderr.write(`${sentence}\n`)) };
}
