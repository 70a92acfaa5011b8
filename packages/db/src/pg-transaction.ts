import type pg from 'pg';

/**
 * Runs `work` in one transaction on a connection of its own, for hot paths that Prisma is too slow for.
 * All of it is stored when the promise resolves, none of it when it rejects.
 * @throws what `work` throws; a connection that broke is thrown away, not returned to the pool.
 */
export const withPgTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  // While a connection is checked out the pool does not listen to it, and an unheard error ends the process.
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => onError(new Error('could not roll back', { cause: error })));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
};
