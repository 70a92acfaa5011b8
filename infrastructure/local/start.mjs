// `npm start`: from a fresh clone to a running world, on any Node that is not too old.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, installDependencies, projectEnv, projectNode, repoDir, runMain, runQuietly } from './bootstrap.mjs';

const prepare = async () => {
  checkNode();
  await installDependencies();
  // Both only when their inputs changed: turbo keeps what it made.
  const tasks = ['run', 'generate', 'build', '--filter=@metaverse/db', '--filter=@metaverse/web', '--output-logs=errors-only'];
  await runQuietly(join(repoDir, 'node_modules', '.bin', 'turbo'), tasks, { what: 'The web app could not be built' });
};

/** How a person or the system asks for the end; the last one comes when the terminal is closed. */
const ASKING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs the world until it is asked to stop; Ctrl-C reaches it by itself, other signals are handed on. */
const runStandalone = () =>
  new Promise((resolve, reject) => {
    const main = join(repoDir, 'apps', 'standalone', 'src', 'main.ts');
    const world = spawn(projectNode, [main, ...process.argv.slice(2)], { cwd: repoDir, env: projectEnv, stdio: 'inherit' });
    for (const signal of ASKING) process.on(signal, () => world.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
    world.once('error', reject);
    world.once('close', (code, signal) => {
      if (signal && !ASKING.includes(signal))
        console.error(`Metaverse was ended by ${signal}. What was stored is kept: npm start goes on with it.`);
      resolve(code ?? 1);
    });
  });

await runMain(async () => {
  await prepare();
  return runStandalone();
});
