import { readFileSync } from 'node:fs';

/** A user of this machine. */
export type Account = { uid: number; gid: number; name: string };

// PostgreSQL refuses to run as root. The first of these that exists runs it instead.
const CANDIDATES = ['postgres', 'nobody'];

/** Whom PostgreSQL runs as when we are root; undefined when it can run as ourselves. */
export const postgresAccount = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;

  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]): Account => ({ name, uid: Number(uid), gid: Number(gid) }));
  for (const candidate of CANDIDATES) {
    const account = accounts.find((each) => each.name === candidate);
    if (account) return account;
  }
  // The number that every Unix keeps for somebody without rights.
  return { uid: 65_534, gid: 65_534, name: 'nobody' };
};
