import { chatAck, comparedInChatAck } from './chat-ack/chat-ack.ts';
import type { BenchContext } from './harness/bench-context.ts';
import type { BenchCase } from './harness/rounds.ts';

/** Starts what a benchmark needs, in `dir`, and gives what is to be measured; `compared` are the metrics of its ratios. */
type Benchmark = { open: (context: BenchContext, dir: string) => Promise<BenchCase[]>; compared: readonly string[] };

export const benchmarks = {
  'chat-ack': { open: chatAck, compared: comparedInChatAck },
} as const satisfies Record<string, Benchmark>;

export const isBenchmark = (name: string): name is keyof typeof benchmarks => Object.hasOwn(benchmarks, name);
