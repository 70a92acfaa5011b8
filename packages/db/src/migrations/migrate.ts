import pg from 'pg';
import { listMigrationNames, readMigrations } from './migration-files.ts';
import { noFilters, withSchemaEngine } from './schema-engine.ts';

/** Any number that nothing else locks: "migrate" on a telephone's keys. */
const MIGRATION_LOCK = 64_472_83;

/** `undefined_table`: nothing was ever migrated here. */
const UNDEFINED_TABLE = '42P01';

/**
 * Brings a database up to the committed migrations, as `prisma migrate deploy` does and in the same table. Several
 * services may call it at the same time: one works, the others wait for it.
 * @returns the names of the migrations that this call applied, none when the database was up to date.
 * @throws with the failing migration's name and PostgreSQL's message; a failed migration leaves its mark, and the next call names it.
 */
export const migrate = async (databaseUrl: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (await isUpToDate(client)) return [];

    const migrationsList = await readMigrations();
    const result = await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations({ migrationsList, filters: noFilters }));
    return result.appliedMigrationNames;
  } finally {
    // Closing the connection gives the lock back.
    await client.end();
  }
};

/** Spares a start that has nothing to do the loading of the engine (a fifth of a second). */
const isUpToDate = async (client: pg.Client): Promise<boolean> => {
  const finished = await client
    .query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) return { rows: [] };
      throw error;
    });
  const names = new Set(finished.rows.map((row) => row.migration_name));
  return (await listMigrationNames()).every((name) => names.has(name));
};
