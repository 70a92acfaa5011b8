// What `npm start` and `npm test` share. Plain JavaScript with nothing but Node's own modules: it runs before anything is
// installed, on whatever Node the machine has.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const isWindows = process.platform === 'win32';

/** The checkout. */
export const repoDir = fileURLToPath(new URL('../../', import.meta.url));

const binDir = join(repoDir, 'node_modules', '.bin');

/** The Node that comes with the dependencies and that everything of ours runs on. */
export const projectNode = join(repoDir, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** Finds the project's tools first, and asks none of them to call home. */
export const projectEnv = {
  ...process.env,
  PATH: `${binDir}${delimiter}${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
};

/** A failure that is told in one sentence. */
export class Problem extends Error {}

/** @throws Problem when this Node is too old to start anything. */
export const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isRecent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (!isRecent)
    throw new Problem(`Node ${OLDEST_NODE.join('.')} or newer is needed and this is ${process.versions.node}: install a newer one.`);
};

/**
 * Installs what the lock file names, unless that was done already.
 * @throws Problem with the end of what pnpm said.
 */
export const installDependencies = async () => {
  const wanted = hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml']);
  const marker = join(repoDir, 'node_modules', '.installed-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;

  console.log('Installing dependencies (the first time takes a minute or two) …');
  const { pnpm } = JSON.parse(readFileSync(join(repoDir, 'package.json'), 'utf8')).devDependencies;
  // CI: pnpm asks nobody whether it may replace a folder of modules that another version made.
  const env = { ...process.env, CI: 'true' };
  await runQuietly('npx', ['-y', `pnpm@${pnpm}`, 'install', '--frozen-lockfile'], {
    env,
    what: 'The dependencies could not be installed, which takes a network the first time',
  });
  writeFileSync(marker, wanted);
};

const hashOf = (files) => files.reduce((hash, file) => hash.update(readFileSync(join(repoDir, file))), createHash('sha256')).digest('hex');

/** Lines of a failed command that are shown. */
const SHOWN_LINES = 30;

/**
 * Runs a command and shows what it printed only when it fails.
 * @throws Problem
 */
export const runQuietly = async (command, args, { env = projectEnv, what }) => {
  const child = spawn(command, args, { cwd: repoDir, env, stdio: ['ignore', 'pipe', 'pipe'], shell: isWindows });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const failure = await endOf(child);
  if (failure) throw new Problem(`${output.trim().split('\n').slice(-SHOWN_LINES).join('\n')}\n\n${what} (${failure}): see above.`);
};

/** Resolves when the child has ended: undefined when all went well, otherwise how it ended. */
export const endOf = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });

/** Ends this process as `main` ends; a Problem is told without a stack. */
export const runMain = async (main) => {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
};
