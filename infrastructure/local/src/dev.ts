import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repoDir } from './paths.ts';
import { runTasks } from './run-tasks.ts';
import { StartError } from './start-error.ts';

// `pnpm dev`: the whole product in one process that starts again when its code changes, and the web app with hot reload
// in front of it. Ctrl-C reaches both by itself, since they stay in the terminal's process group.
const SERVER_PORT = 3000;
const WEB_PORT = 5173;
const serverUrl = `http://127.0.0.1:${process.env['PORT'] ?? SERVER_PORT}`;
const webDir = join(repoDir, 'apps', 'web');

try {
  await runTasks(['generate'], ['db']);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

const run = (args: string[], options: { cwd: string; env?: Record<string, string> }): ChildProcess =>
  spawn(process.execPath, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: 'inherit' });

const server = run(['--watch', '--watch-preserve-output', join(repoDir, 'apps', 'standalone', 'src', 'main.ts')], {
  cwd: repoDir,
  env: { PORT: new URL(serverUrl).port, ALLOWED_ORIGINS: `http://127.0.0.1:${WEB_PORT}` },
});
const web = run([join(webDir, 'node_modules', 'vite', 'bin', 'vite.js'), '--port', String(WEB_PORT), '--strictPort'], {
  cwd: webDir,
  env: { SERVER_URL: serverUrl },
});

console.log(`Open http://127.0.0.1:${WEB_PORT}: there the page follows every change. Behind it the server runs at ${serverUrl}.`);

const both = [server, web];
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => both.forEach((child) => child.kill('SIGTERM')));
// When one of them has ended the other is of no use.
await Promise.race(both.map((child) => once(child, 'exit')));
for (const child of both) child.kill('SIGTERM');
