import type { Space } from '@metaverse/contracts';
import { firstName } from '../../lib/first-names.ts';

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

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

type Inside = { people: readonly { id: string; displayName: string }[]; onlineCount: number };

/** Who is inside, by first names, oneself first: "You, Mira and 3 others are here." */
export function insideLine({ people, onlineCount }: Inside, myId: string): string {
  if (onlineCount === 0) return 'Nobody is inside right now.';
  if (people.length === 0) return `${counted(onlineCount, 'person is', 'people are')} here.`;
  const sorted = people.toSorted((a, b) => Number(b.id === myId) - Number(a.id === myId));
  const named = sorted.slice(0, onlineCount > 3 ? 2 : 3).map(({ id, displayName }) => (id === myId ? 'You' : firstName(displayName)));
  const others = onlineCount - named.length;
  const verb = onlineCount === 1 && named[0] !== 'You' ? 'is' : 'are';
  return `${names.format(others > 0 ? [...named, counted(others, 'other')] : named)} ${verb} here.`;
}
