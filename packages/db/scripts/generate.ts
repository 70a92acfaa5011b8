import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `prisma generate` insists on a schema engine binary, would download it, and never calls it. Naming any
// existing program instead keeps it offline, and Node itself exists wherever this script runs.
const packageDir = fileURLToPath(new URL('..', import.meta.url));
const prismaCli = join(dirname(fileURLToPath(import.meta.resolve('prisma/package.json'))), 'build', 'index.js');

const { status } = spawnSync(process.execPath, [prismaCli, 'generate', '--no-hints'], {
  cwd: packageDir,
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
