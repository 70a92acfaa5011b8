import { join } from 'node:path';
import { createDb, migrate } from '@metaverse/db';
import { grantAdmin } from './features/accounts/grant-admin.ts';

// `pnpm admin grant <username>`: makes somebody who has signed up an admin. Uses DATABASE_URL, or the embedded database of
// this machine, whether the product runs or not.
const [command, username] = process.argv.slice(2);
if (command !== 'grant' || username === undefined) {
  console.error('Usage: pnpm admin grant <username>');
  process.exit(2);
}

const database = await findDatabase();
try {
  await migrate(database.url);
  const db = createDb({ databaseUrl: database.url, poolSize: 1 });
  const name = await grantAdmin(db.prisma, username);
  await db.stop();
  console.log(name === undefined ? `Nobody is called ${username}. Sign up first.` : `${name} is an admin now.`);
  if (name === undefined) process.exitCode = 1;
} finally {
  await database.stop();
}

async function findDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, stop: () => Promise.resolve() };
  // Where there is a DATABASE_URL the embedded database need not even be installed.
  const { localDir, usePostgres } = await import('@metaverse/local');
  return usePostgres({ dir: join(process.env['DATA_DIR'] || localDir, 'postgres') });
}
