import { z } from 'zod';

export const HealthStatus = z.enum(['ok', 'degraded', 'down']);
export type HealthStatus = z.infer<typeof HealthStatus>;

/** `GET /health` of every service. */
export const Health = z
  .object({
    status: HealthStatus,
    version: z.string(),
    uptimeSeconds: z.number(),
    dependencies: z.record(z.string(), z.looseObject({ status: HealthStatus })),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
