// `npm test`: everything there is to check, from a fresh clone, on any Node that is not too old.
// `npm test -- unit lint` runs only these steps. Where CI or METAVERSE_REQUIRE_ALL is set, a part that cannot run is a failure; elsewhere it is skipped and said so.
import { checkNode, installDependencies, runMain } from './bootstrap.mjs';
import { obtainNeeds } from './test-run/needs.mjs';
import { runStep } from './test-run/run-step.mjs';
import { testSteps } from './test-run/steps.mjs';

const requiresAll = Boolean(process.env.METAVERSE_REQUIRE_ALL) || ['1', 'true'].includes(process.env.CI ?? '');

const printSummary = (results) => {
  console.log('\n=== summary');
  for (const { title, state, note, passed, failed, skipped, seconds } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${title.padEnd(12)} ${state.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${counts}${note && ` (${note})`}`);
  }
};

const sum = (results, pick) => results.reduce((total, result) => total + pick(result), 0);

await runMain(async () => {
  const started = performance.now();
  checkNode();
  await installDependencies();
  const missing = await obtainNeeds();

  const chosen = process.argv.slice(2);
  const steps = testSteps(missing).filter(({ title }) => chosen.length === 0 || chosen.includes(title));
  const results = [];
  for (const step of steps) results.push(await runStep(step, missing));
  if (requiresAll)
    for (const name of missing)
      results.push({ title: name, state: 'failed', note: 'missing on this machine', passed: 0, failed: 1, skipped: 0, seconds: 0 });

  printSummary(results);
  const failed = sum(results, (result) => result.failed);
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes in all`);
  console.log(`${sum(results, (result) => result.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
