import type { Health, HealthStatus } from '@metaverse/contracts';
import { Router } from 'express';
import type { Metrics } from '../metrics.ts';
import type { DependencyHealth, Service } from '../service.ts';

/** A dependency that does not answer in this time counts as down. */
const CHECK_TIMEOUT_MS = 2_000;

export type OpsOptions = { services: readonly Service[]; metrics: Metrics; version: string; isStopping: () => boolean };

/** The operators' paths, the same on every service: `/health`, `/livez`, `/readyz`, `/metrics`. */
export function opsRoutes({ services, metrics, version, isStopping }: OpsOptions): Router {
  const router = Router();
  router.get('/livez', (_req, res) => void res.json({ status: 'ok' }));
  router.get('/readyz', (_req, res) => {
    const isReady = !isStopping() && services.every((service) => service.isReady());
    res.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'down' });
  });
  router.get('/health', async (_req, res) => {
    const dependencies = await checkAll(services);
    const statuses = Object.values(dependencies).map((each) => each.status);
    const body: Health = { status: overall(statuses), version, uptimeSeconds: Math.floor(process.uptime()), dependencies };
    res.status(body.status === 'down' ? 503 : 200).json(body);
  });
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}

/** Without PostgreSQL nothing can be decided or stored; everything else only delays. */
const overall = (statuses: readonly HealthStatus[]): HealthStatus =>
  statuses.includes('down') ? 'down' : statuses.includes('degraded') ? 'degraded' : 'ok';

async function checkAll(services: readonly Service[]): Promise<Record<string, DependencyHealth>> {
  const checks = Object.assign({}, ...services.map((service) => service.checks)) as Service['checks']; // same shape as each part
  const entries = Object.entries(checks).map(async ([name, check]) => [name, await settle(check)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function settle(check: () => Promise<DependencyHealth>): Promise<DependencyHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DependencyHealth>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'down', reason: 'no answer' }), CHECK_TIMEOUT_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return { status: 'down' };
  } finally {
    clearTimeout(timer);
  }
}
