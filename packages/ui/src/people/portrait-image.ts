import { portraitSvg } from '@metaverse/art';

/** What a person looks like, as the art draws it. */
export type Look = Parameters<typeof portraitSvg>[0];

/** A portrait is some 10 kB of text; 500 of them are the people of a large space, in 5 MB. */
const KEPT = 500;
const urls = new Map<string, string>();

/** The portrait of a look as a data URL, drawn once per look. */
export const portraitUrl = (look: Look): string => {
  const key = JSON.stringify(look);
  const known = urls.get(key);
  if (known !== undefined) return known;

  const url = `data:image/svg+xml,${encodeURIComponent(portraitSvg(look))}`;
  const oldest = urls.keys().next();
  if (urls.size >= KEPT && oldest.done !== true) urls.delete(oldest.value);
  urls.set(key, url);
  return url;
};

/** The first letters of the first and last word of a name, for a portrait without a picture. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => (word === undefined ? '' : (Array.from(word)[0] ?? '')))
    .join('')
    .toLocaleUpperCase();
};

/** Which of the five grounds a name stands on: the same one everywhere. */
export const tileOf = (name: string): number => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 5;
};
