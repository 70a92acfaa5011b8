import type { Store } from './create-store.ts';

const TIMEOUT_MS = 15_000;

/** Resolves with the first snapshot that fulfils `isReached`. Rejects after `timeoutMs`. */
export function until<S>(store: Store<S>, isReached: (snapshot: S) => boolean, timeoutMs: number = TIMEOUT_MS): Promise<S> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      unsubscribe();
    };
    const look = (): void => {
      const snapshot = store.getSnapshot();
      if (!isReached(snapshot)) return;
      finish();
      resolve(snapshot);
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Not reached within ${String(timeoutMs)} ms`));
    }, timeoutMs);
    const unsubscribe = store.subscribe(look);
    look();
  });
}
