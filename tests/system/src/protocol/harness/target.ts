import { readFileSync } from 'node:fs';
import { startSplit } from '@metaverse/local';
import { ADMIN_NAME, NO_LIMITS, startStandalone, type Target } from './start-standalone.ts';

/**
 * The system that the cases speak to: standalone, or the services apart with `PROTOCOL_TOPOLOGY=split`, or what
 * `PROTOCOL_BASE_URL` names, which has to run with high limits and `FIRST_ADMIN=wire-admin`.
 */
export async function startTarget(): Promise<Target> {
  const { PROTOCOL_BASE_URL: baseUrl, PROTOCOL_TOPOLOGY: topology } = process.env;
  if (baseUrl !== undefined) return { baseUrl, adminName: ADMIN_NAME, printed: () => '', stop: () => Promise.resolve() };
  return topology === 'split' ? startSplitTarget() : startStandalone();
}

async function startSplitTarget(): Promise<Target> {
  const split = await startSplit({ env: { FIRST_ADMIN: ADMIN_NAME, LOG_LEVEL: 'warn', ...NO_LIMITS } });
  return {
    baseUrl: split.url,
    adminName: ADMIN_NAME,
    printed: () => split.processes.map(({ logFile }) => readFileSync(logFile, 'utf8')).join('\n'),
    stop: split.stop,
  };
}
