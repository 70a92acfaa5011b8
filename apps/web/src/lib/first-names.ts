/** What somebody is called among friends: the first word of the name. */
export const firstName = (displayName: string): string => displayName.trim().split(/\s+/)[0] ?? displayName;

/** First names for a short line; whole names where two would be called the same, and where there is only one. */
export function shortNames(displayNames: readonly string[]): readonly string[] {
  const short = displayNames.map(firstName);
  return displayNames.length < 2 || new Set(short).size < short.length ? displayNames : short;
}
