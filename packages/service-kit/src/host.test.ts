import { expect, it } from 'vitest';
import { hostServices } from './host.ts';
import { silentLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';

it('keeps an idle connection longer than the 60 s for which the proxy would send on it', async () => {
  const host = await hostServices({
    services: [],
    host: '127.0.0.1',
    port: 0,
    log: silentLogger(),
    metrics: createMetrics(),
    trustedProxies: [],
  });
  const { headers } = await fetch(`http://127.0.0.1:${host.port}/livez`, { headers: { connection: 'keep-alive' } });
  await host.stop();
  expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
});
