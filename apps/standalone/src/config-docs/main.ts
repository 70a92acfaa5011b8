import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoDir } from '@metaverse/local';
import { envExample, withConfigTable } from './render.ts';

// Writes what is generated from the services' descriptions of their variables.
const readme = join(repoDir, 'README.md');
writeFileSync(readme, withConfigTable(readFileSync(readme, 'utf8')));
writeFileSync(join(repoDir, '.env.example'), envExample());
