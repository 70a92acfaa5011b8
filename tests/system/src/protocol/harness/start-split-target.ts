import { readFileSync } from 'node:fs';
import { startSplit } from '@metaverse/local';
import { NO_LIMITS } from '../../no-limits.ts';
import { ADMIN_NAME, type Target } from './start-standalone.ts';

/** The product as processes of their own, behind the proxy. */
export async function startSplitTarget(): Promise<Target> {
  const split = await startSplit({ env: { FIRST_ADMIN: ADMIN_NAME, LOG_LEVEL: 'warn', ...NO_LIMITS } });
  return {
    baseUrl: split.url,
    adminName: ADMIN_NAME,
    printed: () => split.processes.map(({ logFile }) => readFileSync(logFile, 'utf8')).join('\n'),
    stop: split.stop,
  };
}
