import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const repoDir = fileURLToPath(new URL('../../../', import.meta.url));

/** What this machine keeps for the checkout: data, logs, caches. Never committed. */
export const localDir = join(repoDir, '.local');
