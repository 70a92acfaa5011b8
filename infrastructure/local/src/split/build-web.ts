import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repoDir } from '../paths.ts';
import { StartError } from '../start-error.ts';

/**
 * Builds the web app, unless its sources are as they were the last time.
 * @throws StartError with all that was printed.
 */
export const buildWeb = async (): Promise<void> => {
  const args = ['run', 'build', '--filter=@metaverse/web', '--output-logs=errors-only'];
  const turbo = spawn('turbo', args, { cwd: repoDir, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [turbo.stdout, turbo.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await once(turbo, 'close').then(([exitCode]: unknown[]) => exitCode);
  if (code !== 0) throw new StartError(`${output.trim()}\n\nThe web app could not be built: see above.`);
};
