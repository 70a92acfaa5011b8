import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Lists of cores as taskset(1) takes them: servers and database share all but the last one, which the load generator has alone. */
export type Cores = { servers: string; generator: string };

const setAffinity = (cores: string): boolean => {
  try {
    execFileSync('taskset', ['-acp', cores, String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Moves this process to the servers' cores; what it starts stays there too. Null on one core, or where there is no taskset:
 * the system then decides, and the figures say so.
 */
export function settleOnServerCores(): Cores | null {
  const count = availableParallelism();
  if (count < 2) return null;
  const cores = { servers: count === 2 ? '0' : `0-${String(count - 2)}`, generator: String(count - 1) };
  return setAffinity(cores.servers) ? cores : null;
}
