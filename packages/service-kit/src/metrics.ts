import { collectDefaultMetrics, Registry } from 'prom-client';

export type Metrics = Registry;

/** A registry with the process's own figures; each service adds its counters to the one it is given. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
