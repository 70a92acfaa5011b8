import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Db, createDb, migrate, newId } from '@metaverse/db';
import { loadOrCreateSigningKeys } from '@metaverse/http';
import { findFreePort, startPostgres } from '@metaverse/local';
import { makeUser } from '@metaverse/test-kit';
import type { BenchContext } from './bench-context.ts';

export type Person = { userId: string; token: string };

export type Installation = {
  databaseUrl: string;
  databasePid: number;
  db: Db;
  keysDir: string;
  jwksUrl: string;
  /** People with an account and a live session, without the cost of signing up. */
  makePeople: (count: number) => Promise<Person[]>;
};

/** A PostgreSQL that forces to disk what it promises, with our tables, and the keys and accounts that servers and generators need. */
export async function openInstallation(dir: string, { onStop }: Pick<BenchContext, 'onStop'>): Promise<Installation> {
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), isScratch: true });
  onStop(postgres.stop);
  await migrate(postgres.url);
  const db = createDb({ databaseUrl: postgres.url, poolSize: 4 });
  onStop(db.stop);

  const keysDir = join(dir, 'keys');
  const keys = loadOrCreateSigningKeys(keysDir);
  const port = await findFreePort();
  const published = createServer((_request, response) => void response.end(JSON.stringify(keys.jwks())));
  published.listen(port, '127.0.0.1');
  onStop(() => new Promise((resolve) => published.close(resolve)));

  const makePerson = async (): Promise<Person> => {
    const sessionId = newId();
    const { id: userId } = await makeUser(db.prisma);
    await db.prisma.session.create({ data: { id: sessionId, userId } });
    return { userId, token: keys.sign({ userId, sessionId }) };
  };
  return {
    databaseUrl: postgres.url,
    databasePid: postgres.pid,
    db,
    keysDir,
    jwksUrl: `http://127.0.0.1:${String(port)}/`,
    makePeople: (count) => Promise.all(Array.from({ length: count }, makePerson)),
  };
}
