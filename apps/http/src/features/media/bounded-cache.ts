/** Keeps what was used last, up to a total size in bytes; what is being made is made once for all who ask. */
export type BoundedCache<T> = { get: (key: string, make: () => Promise<T>) => Promise<T> };

export function createBoundedCache<T>({ maxBytes, sizeOf }: { maxBytes: number; sizeOf: (value: T) => number }): BoundedCache<T> {
  const kept = new Map<string, T>();
  const making = new Map<string, Promise<T>>();
  let bytes = 0;

  const keep = (key: string, value: T): void => {
    kept.set(key, value);
    bytes += sizeOf(value);
    for (const [oldest, old] of kept) {
      if (bytes <= maxBytes) break;
      kept.delete(oldest);
      bytes -= sizeOf(old);
    }
  };

  return {
    get: (key, make) => {
      const found = kept.get(key);
      if (found !== undefined) {
        // A Map keeps its order of insertion: what is asked for moves to the end.
        kept.delete(key);
        kept.set(key, found);
        return Promise.resolve(found);
      }
      const underway = making.get(key);
      if (underway) return underway;

      const promise = make()
        .then((value) => {
          keep(key, value);
          return value;
        })
        .finally(() => making.delete(key));
      making.set(key, promise);
      return promise;
    },
  };
}
