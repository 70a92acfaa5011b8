import type { OutgoingEvent } from '@metaverse/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import { createOutageLog, type Logger } from '@metaverse/service-kit';
import pg from 'pg';
import { createWakeUp } from './wake-up.ts';
import { BATCH_MAX, deletePublished, lead, takeBatch } from './outbox-statements.ts';

export type Relay = { start: () => void; isLeader: () => boolean; stop: () => Promise<void> };

export type RelayOptions = {
  databaseUrl: string;
  /** Resolves when the event log has the events safely. */
  publish: (events: readonly OutgoingEvent[]) => Promise<void>;
  /** Told of each batch that was confirmed. */
  onPublished?: (count: number) => void;
  /** How long the database may leave a question without an answer. */
  silenceMs?: number;
  log: Logger;
};

/** How often the outbox is looked at without being told, and leadership is asked for. */
const POLL_MS = 1_000;
/**
 * After a batch the relay rests, so that what a lively room writes meanwhile goes together: an event comes this much later at the
 * most, and there are no more than 20 batches a second. The first after a quiet time goes at once.
 */
const REST_MS = 50;
/** What could not be published is tried again after so long. */
const RETRY_MS = 500;
/** A server that says nothing for so long hangs, or is gone without a word; the relay then begins again. */
const SILENCE_MS = 10_000;

/**
 * Carries events from the outbox to the event log, in the order of their ids. One relay per database works: the one whose
 * connection holds an advisory lock. PostgreSQL gives the lock up with the connection, so a relay that has lost it finds
 * that out at its next statement and begins again from the election; what it had published but not deleted is published
 * once more by whoever leads then.
 */
export function createRelay(options: RelayOptions): Relay {
  const { log } = options;
  const stopping = new AbortController();
  const wakeUp = createWakeUp(stopping.signal);
  // Not cut short by a wake-up.
  const rest = (ms: number): Promise<void> => delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const outage = createOutageLog({ log, begins: 'the outbox cannot be relayed; trying on', ends: 'the outbox is relayed again' });
  let isLeader = false;
  let running: Promise<void> | undefined;

  const serve = async (client: pg.Client): Promise<void> => {
    while (!(await lead(client))) {
      if (stopping.signal.aborted) return;
      await wakeUp.within(POLL_MS);
    }
    isLeader = true;
    log[outage.isOn() ? 'debug' : 'info']('leads the outbox relay');
    await client.query('LISTEN outbox');
    while (!stopping.signal.aborted) {
      const moved = await moveBatch(client, options);
      outage.recovered();
      if (moved === BATCH_MAX) continue;
      if (moved > 0) await rest(REST_MS);
      await wakeUp.within(POLL_MS);
    }
  };

  const serveOnce = async (): Promise<void> => {
    const client = createClient(options);
    // The next statement fails with the same error; without a listener it would end the process.
    client.on('error', (error) => log.debug({ err: error }, 'the relay lost its connection'));
    client.on('notification', wakeUp.wake);
    client.on('end', wakeUp.wake);
    try {
      await client.connect();
      await serve(client);
    } finally {
      isLeader = false;
      await client.end().catch(() => undefined);
    }
  };

  const keepServing = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await serveOnce();
      } catch (error) {
        outage.failed(error);
        await rest(RETRY_MS);
      }
    }
  };

  return {
    start: () => void (running ??= keepServing()),
    isLeader: () => isLeader,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

const createClient = ({ databaseUrl, silenceMs = SILENCE_MS }: RelayOptions): pg.Client =>
  new pg.Client({
    connectionString: databaseUrl,
    keepAlive: true,
    application_name: 'outbox-relay',
    connectionTimeoutMillis: silenceMs,
    query_timeout: silenceMs,
  });

/** How many events were moved: fewer than `BATCH_MAX` when there are no more. */
async function moveBatch(client: pg.Client, { publish, onPublished }: RelayOptions): Promise<number> {
  const batch = await takeBatch(client);
  if (batch.length === 0) return 0;
  await publish(batch.map(({ event }) => event));
  await deletePublished(
    client,
    batch.map(({ id }) => id),
  );
  onPublished?.(batch.length);
  return batch.length;
}
