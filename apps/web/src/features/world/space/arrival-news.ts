import type { RosterPerson } from '@metaverse/contracts';

/** Who came since, by what two lists of everybody tell. One's own arrival is no news. */
export const newcomers = (before: readonly RosterPerson[], now: readonly RosterPerson[], myId: string | undefined): RosterPerson[] => {
  const known = new Set(before.map(({ userId }) => userId));
  return now.filter(({ userId }) => userId !== myId && !known.has(userId));
};

/** "Mira and Jonas came in", "Mira and 3 others came in"; empty for nobody. */
export function arrivalWords(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (second === undefined) return `${first} came in`;
  if (names.length === 2) return `${first} and ${second} came in`;
  return `${first} and ${names.length - 1} others came in`;
}
