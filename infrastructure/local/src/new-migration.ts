import { relative } from 'node:path';
import { writeMigration } from '@metaverse/db';
import { repoDir } from './paths.ts';
import { startScratchPostgres } from './postgres/start-postgres.ts';

// `pnpm migration <name>`: writes the SQL between the committed migrations and the schema, on a database of its own.
const name = process.argv[2] ?? '';
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: pnpm migration <name_in_snake_case>');
  process.exit(2);
}

const postgres = await startScratchPostgres();
try {
  const file = await writeMigration(postgres.url, name);
  console.log(
    file ? `Wrote ${relative(repoDir, file)}. Read it before you commit it.` : 'The committed migrations have all that the schema has.',
  );
} finally {
  await postgres.stop();
}
