/** What waits in the queue: a tile's index and its rank. */
export type QueuedTile = { tile: number; rank: number };

/** A binary heap that gives the tile of the lowest rank first. */
export const createTileQueue = (): { push: (tile: number, rank: number) => void; pop: () => QueuedTile | null } => {
  const heap: QueuedTile[] = [];
  const rankAt = (index: number): number => heap[index]?.rank ?? Infinity;
  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  };

  const push = (tile: number, rank: number): void => {
    heap.push({ tile, rank });
    for (let index = heap.length - 1; index > 0;) {
      const parent = (index - 1) >> 1;
      if (rankAt(parent) <= rank) return;
      swap(index, parent);
      index = parent;
    }
  };

  const pop = (): QueuedTile | null => {
    const [lowest] = heap;
    const last = heap.pop();
    if (lowest === undefined || last === undefined) return null;
    if (heap.length === 0) return lowest;
    heap[0] = last;
    for (let index = 0; ;) {
      const left = 2 * index + 1;
      const lower = rankAt(left + 1) < rankAt(left) ? left + 1 : left;
      if (rankAt(lower) >= last.rank) return lowest;
      swap(index, lower);
      index = lower;
    }
  };

  return { push, pop };
};
