// Everything that `npm test` checks, in this order.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoDir } from '../bootstrap.mjs';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * @typedef {object} Step
 * @property {string} title
 * @property {string[]} command
 * @property {'vitest' | 'playwright'} [runner] Counts test cases; a step without one counts as one case.
 * @property {string[]} [needs] Without one of these it is skipped.
 * @property {number} limitMs After this it is ended and has failed.
 */

/**
 * @param {Set<string>} missing what this machine has not.
 * @returns {Step[]}
 */
export const testSteps = (missing) => [
  { title: 'generate', command: ['turbo', 'run', 'generate'], limitMs: 2 * MINUTE },
  // Tests see test-kit without declaring it, so a kept result could be older than what it was made from.
  { title: 'typecheck', command: ['turbo', 'run', 'typecheck', '--force', '--continue', '--output-logs=errors-only'], limitMs: 6 * MINUTE },
  {
    title: 'lint',
    command: ['turbo', 'run', 'lint', 'lint:root', 'boundaries', '--force', '--continue', '--output-logs=errors-only'],
    limitMs: 6 * MINUTE,
  },
  { title: 'format', command: ['pnpm', 'run', 'format:check'], limitMs: 2 * MINUTE },
  { title: 'unit', command: vitest('unit'), runner: 'vitest', limitMs: 5 * MINUTE },
  { title: 'integration', command: [...vitest('integration'), ...excludeMissing(missing)], runner: 'vitest', limitMs: 8 * MINUTE },
  { title: 'build', command: ['turbo', 'run', 'build', '--output-logs=errors-only'], limitMs: 4 * MINUTE },
  { title: 'system', command: vitest('system'), runner: 'vitest', needs: ['redis', 'kafka', 'caddy'], limitMs: 10 * MINUTE },
  {
    title: 'e2e',
    command: ['pnpm', '--filter', '@metaverse/e2e', 'exec', 'playwright', 'test', '--reporter=list,json'],
    runner: 'playwright',
    needs: ['chromium', 'redis', 'kafka', 'caddy'],
    limitMs: 12 * MINUTE,
  },
];

/** Where a step's runner writes its result. */
export const reportFile = (step) => join(repoDir, '.local', 'test-report', `${step.title}.json`);

const vitest = (project) => [
  ...['vitest', 'run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json'],
  `--outputFile.json=${reportFile({ title: project })}`,
];

/** What a test file calls when it uses a server that may be missing. */
const USES = { redis: /\b(testRedis|startRedis)\(/, kafka: /\b(testKafka|startKafka)\(/, 'docker-compose': /docker-compose/ };

const excludeMissing = (missing) => {
  const absent = Object.entries(USES).filter(([name]) => missing.has(name));
  if (absent.length === 0) return [];
  const files = ['packages', 'apps', 'infrastructure'].flatMap((dir) =>
    readdirSync(join(repoDir, dir), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.int.test.ts') && !file.includes('node_modules'))
      .map((file) => `${dir}/${file}`),
  );
  const uses = (file) => absent.some(([, pattern]) => pattern.test(readFileSync(join(repoDir, file), 'utf8')));
  return files.filter(uses).map((file) => `--exclude=${file}`);
};
