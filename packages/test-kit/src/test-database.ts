import { randomBytes } from 'node:crypto';
import { createDb, type Db } from '@metaverse/db';
import { TEMPLATE_DATABASE, withAdminClient } from './servers/template-database.ts';
import { testServerUrl } from './servers/test-server-url.ts';

export type TestDatabase = {
  /** For services that open their own connections. */
  readonly url: string;
  readonly db: Db;
  /** Closes `db` and drops the database, whoever is still connected; call it in `afterAll`. */
  readonly stop: () => Promise<void>;
};

const POOL_SIZE = 5;

/**
 * A migrated database without rows that nobody else uses. Takes some 30 ms, so one per test is affordable.
 * @param options.isMigrated false for one without tables.
 */
export const createTestDatabase = async (options: { isMigrated?: boolean } = {}): Promise<TestDatabase> => {
  const serverUrl = await testServerUrl('postgres');
  const template = options.isMigrated === false ? 'template1' : TEMPLATE_DATABASE;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withAdminClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));

  const url = serverUrl.replace(/[^/]*$/, name);
  const db = createDb({ databaseUrl: url, poolSize: POOL_SIZE });
  return {
    url,
    db,
    stop: async () => {
      await db.stop();
      await withAdminClient(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
};
