import pg from 'pg';

/** Migrated once per run; every test database is a copy of it, which takes a tenth of a migration. */
export const TEMPLATE_DATABASE = 'test_template';

/** Runs `use` on a connection to the server's own database, from which others are made and dropped. */
export const withAdminClient = async <T>(postgresUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};
