import type { Cores } from './cores.ts';

/** What every benchmark is run with. */
export type BenchContext = {
  /** How long each measurement lasts. */
  seconds: number;
  /** How many people; each benchmark has its own default. */
  n: number | undefined;
  rounds: number;
  cores: Cores | null;
  /** Where CPU profiles of our servers go; none are made without it. */
  profileDir: string | undefined;
  /** Registers what has to end with the benchmark; the last one ends first. */
  onStop: (stop: () => Promise<unknown>) => void;
  print: (line: string) => void;
};
