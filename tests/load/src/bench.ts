import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endAbandonedServers, localDir } from '@metaverse/local';
import { benchmarks, isBenchmark } from './benchmarks.ts';
import { settleOnServerCores } from './harness/cores.ts';
import { describeMachine } from './harness/machine.ts';
import { reportOf } from './harness/report.ts';
import { runRounds } from './harness/rounds.ts';

const USAGE = `pnpm bench ${Object.keys(benchmarks).join('|')} [--seconds N] [--n N] [--rounds N] [--out DIR] [--profile DIR]`;
const DEFAULT_SECONDS = 5;
const DEFAULT_ROUNDS = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    n: { type: 'string' },
    rounds: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
  },
});
const whole = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) exit(`${text} is no whole number above 0. ${USAGE}`);
  return Number(text);
};
const positive = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!(Number(text) > 0)) exit(`${text} is no number above 0. ${USAGE}`);
  return Number(text);
};
function exit(message: string): never {
  console.error(message);
  process.exit(1);
}

const [name = ''] = positionals;
if (!isBenchmark(name)) exit(USAGE);

const stops: (() => Promise<unknown>)[] = [];
const cores = settleOnServerCores();
const machine = describeMachine(cores);
const parameters = {
  seconds: positive(values.seconds) ?? DEFAULT_SECONDS,
  n: whole(values.n),
  rounds: whole(values.rounds) ?? DEFAULT_ROUNDS,
};
console.log(`${name} on ${JSON.stringify(machine)}`);

await endAbandonedServers();
mkdirSync(localDir, { recursive: true });
const dir = mkdtempSync(join(localDir, 'bench-'));
stops.push(() => rm(dir, { recursive: true, force: true }));
const onStop = (stop: () => Promise<unknown>): void => void stops.push(stop);

try {
  const { open, compared } = benchmarks[name];
  const print = (line: string): void => console.log(line);
  const cases = await open({ ...parameters, cores, profileDir: values.profile, onStop, print }, dir);
  const measured = await runRounds(cases, parameters.rounds, print);
  const report = reportOf(name, measured, compared);
  const out = values.out ?? join(import.meta.dirname, '..', 'results');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.json`), `${JSON.stringify({ ...report, machine, parameters, measured }, null, 2)}\n`);
  console.log(JSON.stringify(report));
  process.exitCode = report.ok ? 0 : 1;
} finally {
  for (const stop of stops.reverse()) await stop();
}
