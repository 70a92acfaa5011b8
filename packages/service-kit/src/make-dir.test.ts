import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeDir } from './make-dir.ts';

const dir = mkdtempSync(join(tmpdir(), 'make-dir-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('makes a folder and what is missing above it, and lets it be when it is there', () => {
  const deep = join(dir, 'one', 'two', 'three');
  makeDir(deep);
  makeDir(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

it('throws where a file is in the way, and where nothing can be made', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(() => makeDir(join(dir, 'file'))).toThrow('EEXIST');
  expect(() => makeDir(join(dir, 'file', 'below'))).toThrow('ENOTDIR');
  if (process.platform === 'linux') expect(() => makeDir('/proc/not-there/below')).toThrow('ENOENT');
});
