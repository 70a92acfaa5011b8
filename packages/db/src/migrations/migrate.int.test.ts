import { createTestDatabase, type TestDatabase } from '@metaverse/test-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { listMigrationNames } from './migration-files.ts';
import { schemaDrift } from './write-migration.ts';

let empty: TestDatabase;

beforeEach(async () => {
  empty = await createTestDatabase({ isMigrated: false });
});

afterEach(() => empty.stop());

test('the committed migrations lead to exactly the schema', async () => {
  expect(await schemaDrift(empty.url)).toBe('');
});

test('applies what is missing once, in the table that Prisma keeps', async () => {
  const names = await listMigrationNames();
  expect(await migrate(empty.url)).toEqual(names);
  expect(await migrate(empty.url)).toEqual([]);

  const { rows } = await empty.db.pool.query(
    'SELECT migration_name, applied_steps_count FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  );
  expect(rows).toEqual(names.map((name) => ({ migration_name: name, applied_steps_count: 1 })));
});

test('services that start at once apply each migration once between them', async () => {
  const applied = await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
  expect(applied.flat()).toEqual(await listMigrationNames());
});

test("refuses to replay the migrations over somebody's tables", async () => {
  await empty.db.pool.query('CREATE TABLE leftover (id int PRIMARY KEY)');
  await expect(schemaDrift(empty.url)).rejects.toThrow(/shadow database/);
});
