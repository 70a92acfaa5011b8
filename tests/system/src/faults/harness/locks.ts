import type { System } from './system.ts';

/** Does something while a transaction of ours holds the rows that a statement with FOR UPDATE names; nothing is changed by it. */
export async function holdingRows(system: System, statement: string, work: () => Promise<void>): Promise<void> {
  const client = await system.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    await work();
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Whether somebody waits for a lock in a statement that begins like this. */
export async function blockedOn(system: System, beginning: string): Promise<boolean> {
  const rows = await system.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND starts_with(ltrim(query), $1)`, [
    beginning,
  ]);
  return rows.length > 0;
}

/** What PostgreSQL does by itself, minutes later, with the connections of a machine that is gone. */
export async function endConnectionsOf(system: System, applicationName: string): Promise<void> {
  await system.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = $1', [applicationName]);
}
