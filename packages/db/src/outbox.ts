import type { OutgoingEvent } from '@metaverse/contracts';
import type pg from 'pg';
import type { Tx } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** Stores events in the transaction that makes them true; the relay is woken when it commits. */
export const insertOutbox = async (tx: Tx, events: readonly OutgoingEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map(({ topic, envelope }) => ({ topic, key: envelope.key, envelope: asJson(envelope) }));
  await tx.outbox.createMany({ data: rows });
};

const INSERT_MANY = `
  INSERT INTO outbox (topic, key, envelope)
  SELECT topic, key, envelope FROM unnest($1::text[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS event (topic, key, envelope, position)
  ORDER BY position`;

/** As `insertOutbox`, in one prepared statement on a connection of `withPgTransaction`. */
export const insertOutboxPg = async (client: pg.ClientBase, events: readonly OutgoingEvent[]): Promise<void> => {
  if (events.length === 0) return;
  const topics = events.map((event) => event.topic);
  const keys = events.map((event) => event.envelope.key);
  const envelopes = events.map((event) => JSON.stringify(event.envelope));
  await client.query({ name: 'insert-outbox', text: INSERT_MANY, values: [topics, keys, envelopes] });
};

/** An envelope's payload is unknown to the types; what the contracts declare is JSON throughout. */
const asJson = (envelope: OutgoingEvent['envelope']): Prisma.InputJsonObject => envelope as Prisma.InputJsonObject;
