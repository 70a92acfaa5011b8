import { monitorEventLoopDelay } from 'node:perf_hooks';
import { onCall } from './rpc.ts';

// Loaded before the main module of every measured process, so that all are measured alike and none knows of it.

/** The histogram records the whole time between two looks, of which this much was asked for. */
const RESOLUTION_MS = 5;

/** What a process used since `usage-start`. */
export type Usage = {
  cpuMs: number;
  wallMs: number;
  rssMb: number;
  loopDelayP50Ms: number;
  loopDelayP99Ms: number;
  loopDelayMaxMs: number;
};

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let cpu = process.cpuUsage();
let startedAtMs = performance.now();

const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

onCall('usage-start', () => {
  cpu = process.cpuUsage();
  startedAtMs = performance.now();
  delay.enable();
  delay.reset();
});

onCall('usage', (): Usage => {
  const { user, system } = process.cpuUsage(cpu);
  const usage = {
    cpuMs: (user + system) / 1_000,
    wallMs: performance.now() - startedAtMs,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    loopDelayP50Ms: late(delay.percentile(50)),
    loopDelayP99Ms: late(delay.percentile(99)),
    loopDelayMaxMs: late(delay.max),
  };
  delay.disable();
  return usage;
});

// Nobody is left to measure for.
process.once('disconnect', () => process.exit());
