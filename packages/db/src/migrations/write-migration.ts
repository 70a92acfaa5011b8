import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsDir, readMigrations, readSchema } from './migration-files.ts';
import { noFilters, withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from the committed migrations to `schema.prisma`, empty when they agree. What Prisma cannot
 * express (checks, triggers) is outside its sight on both sides.
 * @param emptyDatabaseUrl a database that nobody needs: the migrations are replayed in it.
 */
export const schemaDrift = async (emptyDatabaseUrl: string): Promise<string> => {
  const from = { tag: 'migrations' as const, ...(await readMigrations()) };
  const to = { tag: 'schemaDatamodel' as const, ...(await readSchema()) };
  const diff = { from, to, script: true, exitCode: null, filters: noFilters };
  const { stdout } = await withSchemaEngine(emptyDatabaseUrl, (engine) => engine.diff(diff));
  const sql = stdout ?? '';
  return /^\s*-- This is an empty migration\.\s*$/.test(sql) ? '' : sql;
};

/**
 * Writes the next migration: what `schema.prisma` has and the committed migrations have not.
 * @param emptyDatabaseUrl as for `schemaDrift`.
 * @param name in snake case; the time is put before it.
 * @returns the file written, or undefined when there is nothing to write.
 */
export const writeMigration = async (emptyDatabaseUrl: string, name: string): Promise<string | undefined> => {
  const sql = await schemaDrift(emptyDatabaseUrl);
  if (sql === '') return undefined;

  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const dir = join(migrationsDir, `${timestamp}_${name}`);
  const file = join(dir, 'migration.sql');
  await mkdir(dir, { recursive: true });
  await writeFile(file, sql);
  return file;
};
