import type { MeasuredProcess } from './measured-process.ts';
import type { Sample } from './rounds.ts';

/** What a load generator answers when its run is over. */
export type LoadResult = {
  metrics: Record<string, number>;
  /** Useful deliveries: those the users of a server wait for. */
  deliveries: number;
  failures: string[];
};

export type Measuring = {
  server: MeasuredProcess;
  generator: MeasuredProcess;
  /** What the generator's `run` is given. */
  run: unknown;
  /** Waits until the server has nothing left to do for what it was sent; its work for that counts. */
  settle?: () => Promise<unknown>;
};

/** One run of the generator with what the server used for it. */
export async function measureRun({ server, generator, run, settle }: Measuring): Promise<Sample & { deliveries: number }> {
  await Promise.all([server.usageStart(), generator.usageStart()]);
  const result = await generator.call<LoadResult>('run', run);
  const own = await generator.usage();
  await settle?.();
  const used = await server.usage();

  return {
    metrics: {
      ...result.metrics,
      serverCpuShare: used.cpuMs / used.wallMs,
      serverCpuUsPerDelivery: (used.cpuMs * 1_000) / Math.max(1, result.deliveries),
      serverRssMb: used.rssMb,
      loopDelayP50Ms: used.loopDelayP50Ms,
      loopDelayP99Ms: used.loopDelayP99Ms,
      loopDelayMaxMs: used.loopDelayMaxMs,
    },
    generatorLoad: own.cpuMs / own.wallMs,
    failures: result.failures,
    deliveries: result.deliveries,
  };
}
