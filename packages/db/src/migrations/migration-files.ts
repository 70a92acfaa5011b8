import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm';

const prismaDir = fileURLToPath(new URL('../../prisma', import.meta.url));
const schemaFile = join(prismaDir, 'schema.prisma');
const lockFile = 'migration_lock.toml';

/** Where the committed migrations are, one folder each. */
export const migrationsDir = join(prismaDir, 'migrations');

/** The names of the committed migrations, oldest first. */
export const listMigrationNames = async (): Promise<string[]> => {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
};

/** The data model as the engine takes it. */
export const readSchema = async (): Promise<SchemasContainer> => ({
  files: [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }],
});

/** The committed migrations as the engine takes them. */
export const readMigrations = async (): Promise<MigrationList> => {
  const names = await listMigrationNames();
  return {
    baseDir: migrationsDir,
    lockfile: { path: lockFile, content: await readFile(join(migrationsDir, lockFile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map(readMigration)),
  };
};

const readMigration = async (name: string): Promise<MigrationList['migrationDirectories'][number]> => {
  const path = 'migration.sql';
  const value = await readFile(join(migrationsDir, name, path), 'utf8');
  return { path: name, migrationFile: { path, content: { tag: 'ok', value } } };
};
