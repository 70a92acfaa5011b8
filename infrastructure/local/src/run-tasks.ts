import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repoDir } from './paths.ts';
import { StartError } from './start-error.ts';

/**
 * Runs tasks of turbo's (`generate`, `build`) of some packages, unless their inputs are as they were the last time.
 * @throws StartError with all that was printed.
 */
export const runTasks = async (tasks: string[], packages: string[]): Promise<void> => {
  const filters = packages.map((name) => `--filter=@metaverse/${name}`);
  const turbo = spawn('turbo', ['run', ...tasks, ...filters, '--output-logs=errors-only'], {
    cwd: repoDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [turbo.stdout, turbo.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await once(turbo, 'close').then(([exitCode]: unknown[]) => exitCode);
  if (code !== 0) throw new StartError(`${output.trim()}\n\nThe preparation failed: see above.`);
};
