export type EventuallyOptions = { timeoutMs?: number; intervalMs?: number };

const TIMEOUT_MS = 5_000;
const INTERVAL_MS = 20;

/**
 * Calls `check` until it neither throws nor returns false, and gives back what it returned. Waiting for what must
 * happen, instead of for as long as it usually takes.
 * @throws the last failure of `check` when `timeoutMs` is over.
 */
export const eventually = async <T>(check: () => T | Promise<T>, options: EventuallyOptions = {}): Promise<T> => {
  const { timeoutMs = TIMEOUT_MS, intervalMs = INTERVAL_MS } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const outcome = await attempt(check);
    if ('value' in outcome) return outcome.value;
    if (Date.now() > deadline) throw outcome.failure;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
};

type Outcome<T> = { value: T } | { failure: unknown };

const attempt = async <T>(check: () => T | Promise<T>): Promise<Outcome<T>> => {
  try {
    const value = await check();
    return value === false ? { failure: new Error('eventually: the check still returned false') } : { value };
  } catch (failure) {
    return { failure };
  }
};
