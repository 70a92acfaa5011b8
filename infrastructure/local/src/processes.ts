import { readFileSync } from 'node:fs';

/**
 * Names a running process so that a later one with the same number is told apart: by its start in clock ticks since
 * boot (proc(5), field 22 of `stat`). Other systems than Linux get the number alone. Undefined when it does not run.
 */
export const processIdentity = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return isAlive(pid) ? String(pid) : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything, so counting starts behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isZombie = fields[0] === 'Z';
    return isZombie ? undefined : `${pid}@${fields[19]}`;
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Waits until the process is gone; false when it still runs after `timeoutMs`. */
export const waitForExit = async (pid: number, timeoutMs: number): Promise<boolean> => {
  const identity = processIdentity(pid);
  const deadline = Date.now() + timeoutMs;
  while (identity !== undefined && processIdentity(pid) === identity) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
};

/** Sends a signal; a process that is gone already is no failure. */
export const sendSignal = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};
