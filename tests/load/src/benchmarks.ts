import { bytes, comparedInBytes } from './bytes/bytes.ts';
import { chatAck, comparedInChatAck } from './chat-ack/chat-ack.ts';
import { comparedInCrowd, crowd } from './crowd/crowd.ts';
import type { BenchContext } from './harness/bench-context.ts';
import type { BenchCase } from './harness/rounds.ts';

/** Starts what a benchmark needs, in `dir`, and gives what is to be measured; `compared` are the metrics of its ratios. */
type Benchmark = { open: (context: BenchContext, dir: string) => Promise<BenchCase[]>; compared: readonly string[] };

export const benchmarks = {
  'chat-ack': { open: chatAck, compared: comparedInChatAck },
  crowd: { open: crowd, compared: comparedInCrowd },
  bytes: { open: bytes, compared: comparedInBytes },
} as const satisfies Record<string, Benchmark>;

export const isBenchmark = (name: string): name is keyof typeof benchmarks => Object.hasOwn(benchmarks, name);
