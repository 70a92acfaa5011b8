import { Envelope, type OutgoingEvent, type TopicName } from '@metaverse/contracts';
import type pg from 'pg';

/** "relay" on a telephone's keys. */
const RELAY_LOCK = 73_529;
/** Events in one batch: at 1 KB each half a megabyte, which Kafka takes in one request. */
export const BATCH_MAX = 500;

/** Whether this connection holds the lock now. */
export async function lead(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [RELAY_LOCK]);
  return rows[0]?.leads ?? false;
}

export type Waiting = { id: string; event: OutgoingEvent };

/** The oldest events of the outbox, in the order of their ids. */
export async function takeBatch(client: pg.ClientBase): Promise<Waiting[]> {
  // Topics are written by `outgoingEvent`, which takes those of the catalogue only.
  const { rows } = await client.query<{ id: string; topic: TopicName; envelope: unknown }>({
    name: 'relay-take',
    text: 'SELECT id, topic, envelope FROM outbox ORDER BY id LIMIT $1',
    values: [BATCH_MAX],
  });
  return rows.map(({ id, topic, envelope }) => ({ id, event: { topic, envelope: Envelope.parse(envelope) } }));
}

export async function deletePublished(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await client.query({ name: 'relay-delete', text: 'DELETE FROM outbox WHERE id = ANY($1::bigint[])', values: [ids] });
}
