import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { localDir, repoDir } from './paths.ts';
import { startSplit } from './split/start-split.ts';
import { StartError } from './start-error.ts';
import { untilSignal } from './until-signal.ts';

// `pnpm dev:split`: every service as a process of its own, as in production, until Ctrl-C. The data is kept in .local/split.
const PUBLIC_PORT = 3000;

try {
  const build = spawnSync('turbo', ['run', 'build', '--filter=@metaverse/web', '--output-logs=errors-only'], {
    cwd: repoDir,
    stdio: 'inherit',
  });
  if (build.status !== 0) throw new StartError('The web app could not be built: see above.');

  const split = await startSplit({ port: Number(process.env['PORT'] ?? PUBLIC_PORT), dataDir: join(localDir, 'split') });
  for (const { name, pid, port } of split.processes) console.log(`  ${name.padEnd(15)} http://127.0.0.1:${port}  process ${pid}`);
  console.log(`\n  Metaverse is ready at ${split.url}\n  Logs are in ${split.logDir}. Ctrl-C stops it.`);
  await untilSignal();
  await split.stop();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
