import { readFileSync } from 'node:fs';
import { startSplit } from '@metaverse/local';
import { ADMIN_NAME, NO_LIMITS, startStandalone, type Target } from './start-standalone.ts';

/**
 * The systems that the cases speak to, by name: the product in both topologies, or what `PROTOCOL_BASE_URL` names, which has
 * to run with high limits and `FIRST_ADMIN=wire-admin`.
 */
export function targets(): [string, () => Promise<Target>][] {
  const baseUrl = process.env['PROTOCOL_BASE_URL'];
  if (baseUrl === undefined)
    return [
      ['standalone', () => startStandalone()],
      ['split', startSplitTarget],
    ];
  return [[baseUrl, () => Promise.resolve({ baseUrl, adminName: ADMIN_NAME, printed: () => '', stop: () => Promise.resolve() })]];
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
