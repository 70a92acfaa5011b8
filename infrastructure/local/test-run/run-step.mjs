// Runs one step and counts its cases.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endOf, projectEnv, repoDir } from '../bootstrap.mjs';
import { reportFile } from './steps.mjs';

/**
 * @param {import('./steps.mjs').Step} step
 * @param {Set<string>} missing
 * @returns {Promise<{title: string, state: 'ok' | 'failed' | 'skipped', note: string, passed: number, failed: number, skipped: number, seconds: number}>}
 */
export const runStep = async (step, missing) => {
  console.log(`\n=== ${step.title}`);
  const lacking = (step.needs ?? []).filter((name) => missing.has(name));
  if (lacking.length > 0) {
    console.log(`skipped: needs ${lacking.join(', ')}`);
    return { title: step.title, state: 'skipped', note: `needs ${lacking.join(', ')}`, passed: 0, failed: 0, skipped: 0, seconds: 0 };
  }

  const started = performance.now();
  const failure = await execute(step);
  const seconds = (performance.now() - started) / 1_000;
  const counts = countCases(step, failure);
  console.log(`=== ${step.title}: ${failure ?? 'ok'}, ${seconds.toFixed(1)} s`);
  return { title: step.title, state: failure ? 'failed' : 'ok', note: failure ?? '', ...counts, seconds };
};

const execute = async (step) => {
  const report = reportFile(step);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });

  const [program, ...args] = step.command;
  const env = { ...projectEnv, PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
  // A group of its own, so that a step which takes too long is ended with everything that it started.
  const child = spawn(join(repoDir, 'node_modules', '.bin', program), args, {
    cwd: repoDir,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  let isLate = false;
  const end = (signal) => void process.kill(-child.pid, signal);
  const limit = setTimeout(() => ((isLate = true), end('SIGKILL')), step.limitMs);
  const onInterrupt = () => (end('SIGTERM'), process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, onInterrupt);
  const failure = await endOf(child);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, onInterrupt);
  clearTimeout(limit);
  return isLate ? `took longer than ${step.limitMs / 60_000} minutes` : failure;
};

const readers = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  playwright: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
};

/** A step that failed has at least one failed case, also when its runner never came to run one. */
const countCases = (step, failure) => {
  const counts = readCounts(step) ?? { passed: failure || step.runner ? 0 : 1, failed: 0, skipped: 0 };
  return failure && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const readCounts = (step) => {
  if (!step.runner) return undefined;
  try {
    return readers[step.runner](JSON.parse(readFileSync(reportFile(step), 'utf8')));
  } catch {
    return undefined;
  }
};
