import { relative } from 'node:path';
import type { DemoAccount } from '@metaverse/http';

type Announcement = {
  url: string;
  accounts: readonly DemoAccount[];
  /** Folder of the embedded database; undefined where the database is somewhere else. */
  dataDir: string | undefined;
};

const nameOf = (dir: string): string => {
  const fromHere = relative('.', dir);
  return fromHere === '' || fromHere.startsWith('..') ? dir : `${fromHere}/`;
};

/** Says on the terminal where the product is, and with which accounts one can look around. Passwords are shown this once. */
export function announce({ url, accounts, dataDir }: Announcement): void {
  const lines = ['', `  Metaverse is ready at ${url}`];
  if (accounts.length > 0) {
    lines.push('', '  Sign up, or look around with a demo account (shown only now):');
    for (const { username, password } of accounts) lines.push(`    ${username.padEnd(8)} ${password}`);
  }
  lines.push('', `  Ctrl-C stops it. What you make is kept in ${dataDir === undefined ? 'your database' : nameOf(dataDir)}.`, '', '');
  process.stdout.write(lines.join('\n'));
}
