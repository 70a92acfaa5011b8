import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoDir } from '@metaverse/local';
import { expect, test } from 'vitest';
import { envExample, withConfigTable } from './render.ts';

test('the README and .env.example say what the services read; `pnpm docs:config` writes them', () => {
  const readme = readFileSync(join(repoDir, 'README.md'), 'utf8');
  expect(withConfigTable(readme)).toBe(readme);
  expect(readFileSync(join(repoDir, '.env.example'), 'utf8')).toBe(envExample());
});
