export type WakeUp = {
  wake: () => void;
  /** Resolves when it was woken since the last time, when the time is over, or when it is to stop. */
  within: (ms: number) => Promise<void>;
};

/** A sleep that can be cut short; what wakes it while nobody sleeps is not forgotten. */
export function createWakeUp(signal: AbortSignal): WakeUp {
  let isWoken = false;
  let sleeper: (() => void) | undefined;

  const wake = (): void => {
    isWoken = true;
    sleeper?.();
  };
  signal.addEventListener('abort', wake, { once: true });

  return {
    wake,
    within: async (ms) => {
      if (!isWoken && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          sleeper = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      sleeper = undefined;
      isWoken = false;
    },
  };
}
