import type { DemoAccount } from '@metaverse/http';

/** Says on the terminal where the product is, and with which accounts one can look around. Passwords are shown this once. */
export function announce({ url, accounts }: { url: string; accounts: readonly DemoAccount[] }): void {
  const lines = ['', `  Metaverse is ready at ${url}`];
  if (accounts.length > 0) {
    lines.push('', '  Sign up, or look around with a demo account (shown only now):');
    for (const { username, password } of accounts) lines.push(`    ${username.padEnd(8)} ${password}`);
  }
  lines.push('', '  Ctrl-C stops it. What you make is kept in .local/.', '', '');
  process.stdout.write(lines.join('\n'));
}
