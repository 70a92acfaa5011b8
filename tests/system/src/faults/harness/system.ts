import { type Split, type SplitProcess, startSplit } from '@metaverse/local';
import pg from 'pg';
import { NO_LIMITS } from '../../no-limits.ts';

/** A killed consumer's partitions wait for another one as short as Kafka lets them. */
const CONSUMER_SESSION_SECONDS = '6';

/** The services as processes of their own, with a look into their database. */
export type System = Split & {
  readonly pool: pg.Pool;
  /** All rows of a question to the database. */
  readonly query: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;
};

export async function startSystem(): Promise<System> {
  const split = await startSplit({
    env: {
      ...NO_LIMITS,
      LIMIT_JOINS: '1000',
      LIMIT_EVENTS: '10000',
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'json',
      KAFKA_SESSION_TIMEOUT_SECONDS: CONSUMER_SESSION_SECONDS,
    },
  });
  const pool = new pg.Pool({ connectionString: split.databaseUrl, max: 5 });
  // Idle connections end when PostgreSQL does; the next question opens another one.
  pool.on('error', () => undefined);
  return {
    ...split,
    pool,
    query: async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await pool.query<T>(text, values)).rows,
    stop: async () => {
      await pool.end();
      await split.stop();
    },
  };
}

/** Where a process is reached past the proxy. */
export const urlOf = ({ port }: Pick<SplitProcess, 'port'>): string => `http://127.0.0.1:${port}`;

export type Service = Parameters<Split['process']>[0];

/** Ends a process the hard way and waits until it is gone. */
export async function crash(process: SplitProcess): Promise<void> {
  process.kill('SIGKILL');
  await process.exited;
}

type Health = { status: string; dependencies: Record<string, { status: string }> };

export async function healthOf(process: SplitProcess): Promise<Health> {
  const response = await fetch(`${urlOf(process)}/health`, { headers: { connection: 'close' } });
  // What operators are promised; a test that reads more of it fails by itself.
  return (await response.json()) as Health;
}

/** A figure that a process counts, over all its labels or with those given as `{outcome="accepted"}`; 0 before the first time. */
export async function figuresOf(process: SplitProcess): Promise<(name: string) => number> {
  const response = await fetch(`${urlOf(process)}/metrics`, { headers: { connection: 'close' } });
  const lines = (await response.text()).split('\n');
  return (name) =>
    lines
      .filter((line) => line.startsWith(`${name} `) || (!name.includes('{') && line.startsWith(`${name}{`)))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
