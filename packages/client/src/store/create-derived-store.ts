import type { Store } from './create-store.ts';

export type DerivedStore<S> = Store<S> & {
  /** What the snapshot is built from has changed. */
  invalidate: () => void;
};

/** A store whose snapshot is built when somebody asks for it, for what changes often and is read seldom. */
export function createDerivedStore<S>(build: () => S): DerivedStore<S> {
  const listeners = new Set<() => void>();
  let built: { value: S } | null = null;

  return {
    getSnapshot() {
      built ??= { value: build() };
      return built.value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    invalidate() {
      built = null;
      for (const listener of listeners) listener();
    },
  };
}
