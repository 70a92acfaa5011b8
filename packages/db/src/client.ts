import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** What queries run on: the client itself (`db.prisma`) or the transaction that `db.transaction` hands out. */
export type Tx = Prisma.TransactionClient;

export type Db = {
  readonly prisma: PrismaClient;
  /** The same connections, for hot paths. */
  readonly pool: pg.Pool;
  /** Runs `work` in one transaction: all of it is stored when the promise resolves, none of it when it rejects. */
  readonly transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Waits for running queries and closes every connection; may be called again. */
  readonly stop: () => Promise<void>;
};

export type DbOptions = {
  databaseUrl: string;
  /** Connections that this process holds at the most. */
  poolSize: number;
  /** How long a statement may take. */
  statementTimeoutMs?: number;
  /** Told of connections that broke while idle; they are replaced by themselves. */
  log?: { warn: (fields: object, message: string) => void };
};

/** A query that gets no connection in this time fails instead of hanging: the database is down or the pool too small. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Longer than any transaction of ours takes, shorter than a caller waits. A process that is paused inside one does not hold its locks for longer. */
const TRANSACTION_TIMEOUT_MS = 10_000;
/** One statement, the wait for a lock included: PostgreSQL gives it up, so that it does not go on for nobody. */
const STATEMENT_TIMEOUT_MS = 8_000;
/** A server that has not even given the statement up by then hangs, or cannot be reached any more. */
const SILENCE_MARGIN_MS = 1_000;

/**
 * Opens one pool of connections that Prisma and plain `pg` share. Nothing is connected before the first query, and
 * after a restart of PostgreSQL the next query connects again.
 */
export const createDb = ({ databaseUrl, poolSize, statementTimeoutMs = STATEMENT_TIMEOUT_MS, log }: DbOptions): Db => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + SILENCE_MARGIN_MS,
    idle_in_transaction_session_timeout: TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    // Prisma's adapter reads every timestamp as UTC, whatever the session says.
    options: '-c TimeZone=UTC',
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', (error) => log?.warn({ err: error }, 'lost an idle database connection'));

  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  let stopping: Promise<void> | undefined;

  return {
    prisma,
    pool,
    transaction: (work) => prisma.$transaction(work, { maxWait: CONNECT_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS }),
    stop: () => (stopping ??= prisma.$disconnect().then(() => pool.end())),
  };
};
