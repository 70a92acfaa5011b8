import { join } from 'node:path';
import { isPortTaken } from './free-port.ts';
import { localDir } from './paths.ts';
import { runTasks } from './run-tasks.ts';
import { stopServers } from './server-process.ts';
import { type Split, startSplit } from './split/start-split.ts';
import { StartError } from './start-error.ts';
import { untilSignal } from './until-signal.ts';

// `pnpm dev:split`: every service as a process of its own, as in production, until Ctrl-C. The data is kept in .local/split.
const PUBLIC_PORT = 3000;

let split: Split | undefined;
// A signal changes it at any await, which the compiler does not see.
let isAsked = false as boolean;
// Whoever cannot wait for the start ends what has been started so far, and the start fails of that.
const ended = untilSignal().then(async () => {
  isAsked = true;
  await (split ? split.stop() : stopServers());
});

try {
  const port = await publicPort();
  console.log('Building the web app and starting everything (half a minute) …');
  await runTasks(['generate', 'build'], ['db', 'web']);
  split = await startSplit({ port, dataDir: join(localDir, 'split') });
  announce(split);
} catch (error) {
  // A Ctrl-C that came while something blocked us, and made it fail, is heard first.
  await new Promise(setImmediate);
  if (!isAsked) fail(error);
}
await ended;

/** @throws StartError before anything is built and started for nothing. */
async function publicPort(): Promise<number> {
  const wished = process.env['PORT'] || String(PUBLIC_PORT);
  const port = Number(wished);
  if (!/^\d+$/.test(wished) || port < 1 || port > 65_535)
    throw new StartError(`PORT must be a whole number from 1 to 65535, not "${wished}".`);
  if (await isPortTaken(port)) throw new StartError(`Port ${port} is taken. Stop what uses it, or set PORT to another one.`);
  return port;
}

function announce({ url, logDir, processes, exits }: Split): void {
  for (const { name, pid, port } of processes) console.log(`  ${name.padEnd(15)} http://127.0.0.1:${port}  process ${pid}`);
  console.log(`\n  Metaverse is ready at ${url}\n  Logs are in ${logDir}. Ctrl-C stops it.`);
  for (const exit of exits) {
    void exit.then((how) => {
      if (!isAsked)
        console.error(`  ${how}. The others go on without it; its log is in the folder above. Ctrl-C, and start again to have it back.`);
    });
  }
}

function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
