import { USERNAME_MAX, Username } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';

const SUGGESTIONS_MAX = 2;
const ENDINGS = ['park', 'p', 'here', 'h', 'two', '2', '7', '42'];
const SEPARATORS = ['.', '-', '_'];

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
