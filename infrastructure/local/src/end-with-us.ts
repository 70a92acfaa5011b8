import { spawn } from 'node:child_process';

/**
 * Has a process asked to end as soon as we have ended, however that was: kill -9 leaves us no time to do it ourselves. A shell
 * waits on a pipe that only we hold; that it is closed without a word is the news. Where there is no such shell the process
 * lives on until the next start finds it.
 * @returns what calls the shell off, for when the process has ended.
 */
export const endWithUs = (pid: number, signal: NodeJS.Signals): (() => void) => {
  if (process.platform === 'win32') return () => undefined;
  const script = `read -r _ || kill -s ${signal.slice('SIG'.length)} ${pid}`;
  const watcher = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  for (const each of [watcher, watcher.stdin]) each.on('error', () => undefined);
  watcher.unref();
  return () => void watcher.stdin.end('\n');
};
