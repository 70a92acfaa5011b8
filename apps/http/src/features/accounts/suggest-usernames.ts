import { randomInt } from 'node:crypto';
import { USERNAME_MAX, USERNAME_MIN, Username } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';

const SUGGESTIONS_MAX = 2;
const ENDINGS = ['park', 'p', 'here', 'h', 'two', '2', '7', '42'];
const SEPARATORS = ['.', '-', '_'];
const NOT_IN_A_USERNAME = /[^A-Za-z0-9_.-]+/g;
/** Ends a name when all others are taken: one in 900,000 is free for longer than anybody tries. */
const NUMBER_MIN = 100_000;
const NUMBER_END = 1_000_000;

/** Names close to one that is taken: with the person's other name if they gave one, then with small endings. */
export function similarUsernames(username: string, displayName?: string): string[] {
  const words = (displayName ?? '')
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !username.toLowerCase().includes(word));
  const endings = [...words, ...words.map((word) => word.slice(0, 1)), ...ENDINGS];
  const candidates = endings.map((ending, i) => {
    const tail = `${SEPARATORS[i % SEPARATORS.length] ?? '.'}${ending}`;
    return username.slice(0, USERNAME_MAX - tail.length) + tail;
  });
  return [...new Set(candidates)].filter((candidate) => Username.safeParse(candidate).success);
}

/** Up to two of them that nobody has at this moment. */
export async function suggestUsernames(tx: Tx, username: string, displayName?: string): Promise<string[]> {
  const candidates = similarUsernames(username, displayName);
  const taken = await tx.user.findMany({
    where: { usernameKey: { in: candidates.map((each) => each.toLowerCase()) } },
    select: { usernameKey: true },
  });
  const keys = new Set(taken.map((each) => each.usernameKey));
  return candidates.filter((candidate) => !keys.has(candidate.toLowerCase())).slice(0, SUGGESTIONS_MAX);
}

/** What stands before the @ of an address, or all of it where that is too short, as a username may be written. */
function usernameFromAddress(address: string): string {
  const [local = ''] = address.split('@');
  const source = local.length < USERNAME_MIN ? address : local;
  return source.replace(NOT_IN_A_USERNAME, '-').slice(0, USERNAME_MAX).padEnd(USERNAME_MIN, '-');
}

/** A username that nobody has at this moment, for who gave an address instead of one. */
export async function chooseUsername(tx: Tx, { email, displayName }: { email: string; displayName?: string | undefined }): Promise<string> {
  const wanted = usernameFromAddress(email);
  if (!(await tx.user.findUnique({ where: { usernameKey: wanted.toLowerCase() }, select: { id: true } }))) return wanted;
  const [similar] = await suggestUsernames(tx, wanted, displayName);
  const number = `-${randomInt(NUMBER_MIN, NUMBER_END)}`;
  return similar ?? wanted.slice(0, USERNAME_MAX - number.length) + number;
}
