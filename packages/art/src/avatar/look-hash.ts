import type { Look } from '@metaverse/contracts';

/** FNV-1a, 32 bit (Fowler, Noll, Vo), from a start value of the caller's choice. */
const fnv1a = (text: string, start: number): number => {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The published start value and another one, for 64 bits in all. */
const STARTS = [0x811c9dc5, 0x9e3779b9] as const;

/**
 * A short key for a look, the same wherever and in whatever order its parts were written: 16 hexadecimal digits.
 * For caches, not for secrets: two looks can be made that share one.
 */
export const lookHash = (look: Look): string => {
  const text = Object.entries(look)
    .map(([part, choice]) => `${part}=${choice}`)
    .sort()
    .join(';');
  return STARTS.map((start) => fnv1a(text, start).toString(16).padStart(8, '0')).join('');
};
