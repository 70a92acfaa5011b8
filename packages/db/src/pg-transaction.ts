import pg from 'pg';

/**
 * Runs `work` in one transaction on a connection of its own, for hot paths that Prisma is too slow for.
 * All of it is stored when the promise resolves, none of it when it rejects.
 * @throws what `work` throws; a connection that broke, or whose server gave no answer, is thrown away, not returned to the pool.
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
    // Who was refused something by the server goes on with it. Of anything else, as no answer, one does not know what comes next on
    // this connection; its end rolls back too.
    if (error instanceof pg.DatabaseError) await client.query('ROLLBACK').catch(onError);
    else broken = new Error('the transaction did not end in order', { cause: error });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
};
