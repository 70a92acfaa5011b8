import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { postgresAccount } from './account.ts';
import { reachableDir } from './shared-dir.ts';

const account = postgresAccount();
const made: string[] = [];

/** `mkdtemp` makes folders that nobody else may enter. */
const closedDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'closed-'));
  made.push(dir);
  return join(dir, 'postgres');
};

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

test('who runs PostgreSQL as themselves keeps the data where it was wished', () => {
  const wished = closedDir();
  expect(reachableDir(wished, undefined)).toBe(wished);
});

// Only root runs it as somebody else.
describe.runIf(account !== undefined)('as root', () => {
  test('a folder that others cannot enter has its data elsewhere, always at the same place, and says where', () => {
    const wished = closedDir();
    const dir = reachableDir(wished, account);
    expect(dir).not.toBe(wished);
    expect(reachableDir(wished, account)).toBe(dir);
    expect(readFileSync(join(wished, 'moved-to.txt'), 'utf8')).toContain(dir);
    rmSync(dir, { recursive: true });
  });

  test('what belonged to a temporary folder goes after the folder has gone', () => {
    const wished = closedDir();
    const dir = reachableDir(wished, account);
    rmSync(wished, { recursive: true });
    const other = reachableDir(closedDir(), account);
    expect(existsSync(dir)).toBe(false);
    rmSync(other, { recursive: true });
  });
});
