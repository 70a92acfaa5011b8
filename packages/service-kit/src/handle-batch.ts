import type { Envelope } from '@metaverse/contracts';
import type { Subscription } from './event-log.ts';
import { isUnavailable } from './map-failure.ts';

/** Tries of an event before it counts as poison. */
const HANDLER_ATTEMPTS = 4;
const RETRY_BASE_MS = 100;
const RETRY_MAX_MS = 5_000;

/** 100, 200, 400 ms … up to 5 s. */
const retryDelayMs = (attempt: number): number => Math.min(RETRY_BASE_MS * 2 ** (attempt - 1), RETRY_MAX_MS);

/** An event that a handler cannot take. */
export type RejectedEvent = { envelope: Envelope; error: string; attempts: number };

type HandleBatchOptions = {
  handle: Subscription['handle'];
  /** Waits between two tries; throws to give up, as when the process stops. */
  wait: (ms: number) => Promise<void>;
};

/**
 * Has a batch handled. A dependency that is away is waited for as long as it takes; anything else is tried a few times,
 * then event by event, so that one that cannot be handled does not hold up the rest.
 * @returns the events that could not be handled. Throws what `wait` throws.
 */
export async function handleBatch(batch: readonly Envelope[], options: HandleBatchOptions): Promise<RejectedEvent[]> {
  const failure = await handleWithRetry(batch, options);
  if (!failure) return [];

  const [first, ...others] = batch;
  if (first && others.length === 0) return [{ envelope: first, error: describe(failure.error), attempts: failure.attempts }];
  const rejected: RejectedEvent[] = [];
  for (const envelope of batch) rejected.push(...(await handleBatch([envelope], options)));
  return rejected;
}

async function handleWithRetry(
  batch: readonly Envelope[],
  { handle, wait }: HandleBatchOptions,
): Promise<{ error: unknown; attempts: number } | null> {
  for (let attempts = 1, outages = 0; ;) {
    try {
      await handle(batch);
      return null;
    } catch (error) {
      if (isUnavailable(error)) {
        outages += 1;
        await wait(retryDelayMs(outages));
        continue;
      }
      if (attempts === HANDLER_ATTEMPTS) return { error, attempts };
      await wait(retryDelayMs(attempts));
      attempts += 1;
    }
  }
}

const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
