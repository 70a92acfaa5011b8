/** Reads of short lists that cannot miss, so that no drawing needs a check or a cast. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** The entry at `index`, going round when the list ends. `index` is a whole number from 0. */
export const cycled = <T>(list: NonEmpty<T>, index: number): T => list[index % list.length] ?? list[0];
