import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoDir } from '@metaverse/local';
import { describe, expect, it } from 'vitest';

// What the documents name is there.

const documents = globSync(['README.md', 'infrastructure/adr/*.md', '{apps,packages,tests}/*/README.md'], { cwd: repoDir });
const textOf = (file: string): string => readFileSync(join(repoDir, file), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(documents)('%s', (document) => {
  const text = textOf(document);

  it('names paths that are there', () => {
    // What a build makes may not be there yet; what it is made from is.
    const paths = matches(text, /`((?:apps|packages|infrastructure|tests|docs)\/[^`\s]+?)(?:\/dist)?`/g);
    expect(paths.filter((path) => globSync(path, { cwd: repoDir }).length === 0)).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = matches(text, /\]\((?!https?:|#)([^)\s]+)\)/g);
    expect(links.filter((link) => !existsSync(join(repoDir, dirname(document), link)))).toEqual([]);
  });

  it('names scripts that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }; // our own file
    const named = matches(text, /`(?:npx )?pnpm ([a-z][\w:]*)/g).filter((name) => !['install', 'exec'].includes(name));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the tree in README.md', () => {
  const tree = /```\napps\/\n[^]*?```/.exec(textOf('README.md'))?.[0] ?? '';

  it('has every app, package and kind of test', () => {
    const folders = globSync(['apps/*', 'packages/*', 'tests/*', 'infrastructure/*'], { cwd: repoDir }).map(
      (path) => path.split('/')[1] ?? '',
    );
    expect(folders.filter((folder) => !tree.includes(`  ${folder}/ `))).toEqual([]);
  });
});
