import type { Space } from '@metaverse/contracts';

const numbers = new Intl.NumberFormat();

/** "1 message", "1,218 messages" */
export const counted = (count: number, one: string, many = `${one}s`): string => `${numbers.format(count)} ${count === 1 ? one : many}`;

/** The second line of a card: what goes on, whether it can be found, what it is for. */
export function cardLine({
  messagesToday,
  onlineCount,
  visibility,
  description,
}: Pick<Space, 'messagesToday' | 'onlineCount' | 'visibility' | 'description'>): string {
  const parts = [
    messagesToday > 0 && `${counted(messagesToday, 'message')} today`,
    visibility === 'unlisted' && 'Unlisted',
    description.trim() !== '' && description.trim(),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' · ') : onlineCount > 0 ? 'Somebody is in' : 'Empty now';
}

/** Who is inside, by first names: "Mira, Jonas and 3 others are here." */
export function insideLine({ people, onlineCount }: { people: readonly { displayName: string }[]; onlineCount: number }): string {
  if (onlineCount === 0) return 'Nobody is inside right now.';
  const named = people.slice(0, onlineCount > 3 ? 2 : 3).map(({ displayName }) => displayName.trim().split(/\s+/)[0] ?? displayName);
  const others = onlineCount - named.length;
  if (named.length === 0) return `${counted(onlineCount, 'person is', 'people are')} here.`;
  const rest = others > 0 ? [...named, counted(others, 'other')] : named;
  return `${new Intl.ListFormat('en', { type: 'conjunction' }).format(rest)} ${onlineCount === 1 ? 'is' : 'are'} here.`;
}
