// What the tests need besides the dependencies, and where it comes from.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectEnv, projectNode, Problem, repoDir, runQuietly } from '../bootstrap.mjs';

/** Each with the program that shows it is there, and Debian's packages that bring it. */
const NEEDS = [
  { name: 'redis', program: 'redis-server', packages: ['redis-server'] },
  { name: 'chromium', program: 'chromium', packages: ['chromium'] },
  { name: 'caddy', program: 'caddy', packages: ['caddy'] },
  { name: 'java', program: 'java', packages: ['openjdk-17-jre-headless'] },
  { name: 'maven', program: 'mvn', packages: ['maven'] },
  { name: 'docker-compose', program: 'docker-compose', packages: ['docker-compose'] },
];

/**
 * Gets what is missing where that is possible, and says in one line each what is not.
 * @returns {Promise<Set<string>>} the names of what is still missing: those above, and `kafka`.
 */
export const obtainNeeds = async () => {
  const absent = NEEDS.filter((need) => !isInstalled(need.program));
  if (absent.length > 0 && canUseApt()) await installPackages(absent.flatMap((need) => need.packages));

  const missing = new Set();
  for (const { name, program, packages } of NEEDS) {
    if (isInstalled(program)) continue;
    missing.add(name);
    console.log(`Missing: ${program} (Debian: apt-get install ${packages.join(' ')})`);
  }
  if (!(await fetchKafka())) missing.add('kafka');
  return missing;
};

const isInstalled = (program) => (process.env.PATH ?? '').split(delimiter).some((dir) => isExecutable(join(dir, program)));

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const canUseApt = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const installPackages = async (packages) => {
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  try {
    await runQuietly('apt-get', ['update', '-qq'], { env, what: 'apt-get could not read its lists' });
    await runQuietly('apt-get', install, { env, what: 'apt-get could not install what the tests need' });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.log(error.message);
  }
};

const fetchKafka = async () => {
  const script = join(repoDir, 'infrastructure', 'local', 'src', 'kafka', 'fetch-kafka.ts');
  const result = spawnSync(projectNode, [script], { cwd: repoDir, env: projectEnv, encoding: 'utf8' });
  if (result.status !== 0) console.log(`Missing: Kafka. ${result.stderr.trim().split('\n').at(-1)}`);
  return result.status === 0;
};
