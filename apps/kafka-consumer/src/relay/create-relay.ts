import type { OutgoingEvent } from '@metaverse/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import { createOutageLog, type Logger } from '@metaverse/service-kit';
import pg from 'pg';
import { createWakeUp } from './wake-up.ts';
import { deletePublished, lead, takeBatch } from './outbox-statements.ts';

export type Relay = { start: () => void; isLeader: () => boolean; stop: () => Promise<void> };

export type RelayOptions = {
  databaseUrl: string;
  /** Resolves when the event log has the events safely. */
  publish: (events: readonly OutgoingEvent[]) => Promise<void>;
  /** Told of each batch that was confirmed. */
  onPublished?: (count: number) => void;
  log: Logger;
};

/** How often the outbox is looked at without being told, and leadership is asked for. */
const POLL_MS = 1_000;
/** What could not be published is tried again after so long. */
const RETRY_MS = 500;

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
      if (!moved) await wakeUp.within(POLL_MS);
    }
  };

  const serveOnce = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: options.databaseUrl, keepAlive: true, application_name: 'outbox-relay' });
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
        // Not cut short by a wake-up: the lost connection is one.
        await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
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

/** False when there was nothing to move. */
async function moveBatch(client: pg.Client, { publish, onPublished }: RelayOptions): Promise<boolean> {
  const batch = await takeBatch(client);
  if (batch.length === 0) return false;
  await publish(batch.map(({ event }) => event));
  await deletePublished(
    client,
    batch.map(({ id }) => id),
  );
  onPublished?.(batch.length);
  return true;
}
