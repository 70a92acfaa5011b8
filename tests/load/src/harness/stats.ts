/** The middle one of the values with the range they came from. */
export type Spread = { median: number; min: number; max: number };

const DIGITS = 4;
const round = (value: number): number => Number(value.toPrecision(DIGITS));

/** The value below which the share `p` (0 to 1) of them lies; 0 for none. The nearest one that occurred, no interpolation. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
}

/** For at least one value. */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return {
    median: round(middle.reduce((sum, value) => sum + value, 0) / middle.length),
    min: round(sorted[0] ?? 0),
    max: round(sorted.at(-1) ?? 0),
  };
};

export const ratioOf = (a: Spread | undefined, b: Spread | undefined): number | null =>
  a && b && b.median > 0 ? round(a.median / b.median) : null;
