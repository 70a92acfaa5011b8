/** A value that changes, in the shape that React's `useSyncExternalStore` reads: the same snapshot until something changed. */
export type Store<S> = {
  getSnapshot: () => S;
  /** Returns how to stop. */
  subscribe: (listener: () => void) => () => void;
};

export type WritableStore<S> = Store<S> & { update: (change: (before: S) => S) => void };

/** A store whose listeners are told once per change; a change that returns the same value tells nobody. */
export function createStore<S>(initial: S): WritableStore<S> {
  const listeners = new Set<() => void>();
  let value = initial;

  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
