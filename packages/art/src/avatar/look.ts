/** Looks with taste. What a look is made of is written in `@metaverse/contracts`; here is what goes together. */
import { SKIN_COUNT, beards, bodies, bottoms, glasses, hairStyles, headwear, shoes, tops } from '@metaverse/contracts';
import type { Look } from '@metaverse/contracts';
import { cycled } from '../pick.ts';
import type { NonEmpty } from '../pick.ts';

export type HairStyle = Look['hair'];
export type HairColor = Look['hairColor'];
export type ClothColor = Look['topColor'];
export type TopStyle = Look['top'];

/** Hair that leaves no room for a hat or headphones. */
export const hairWithoutHeadwear: ReadonlySet<HairStyle> = new Set(['afro', 'hijab', 'turban', 'bun', 'undercut']);

/** Colour pairs that look good together: top first, trousers second, accent third. */
const outfits: NonEmpty<readonly [ClothColor, ClothColor, ClothColor]> = [
  ['persimmon', 'slate', 'paper'],
  ['lagoon', 'sand', 'paper'],
  ['moss', 'walnut', 'mustard'],
  ['plum', 'ink', 'rose'],
  ['mustard', 'slate', 'paper'],
  ['paper', 'lagoon', 'persimmon'],
  ['sky', 'ink', 'paper'],
  ['rose', 'plum', 'paper'],
  ['ink', 'stone', 'mustard'],
  ['slate', 'sand', 'sky'],
  ['paper', 'slate', 'sky'],
  ['leaf', 'ink', 'paper'],
  ['walnut', 'sand', 'mustard'],
  ['sand', 'moss', 'walnut'],
  ['sky', 'sand', 'paper'],
  ['rose', 'slate', 'mustard'],
  ['mustard', 'plum', 'walnut'],
  ['stone', 'ink', 'persimmon'],
  ['lagoon', 'ink', 'mustard'],
  ['plum', 'stone', 'paper'],
];

/** Mulberry32: a small seeded generator; the same seed gives the same person everywhere. */
const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const naturalHair: readonly [light: NonEmpty<HairColor>, middle: NonEmpty<HairColor>, dark: NonEmpty<HairColor>] = [
  ['blond', 'honey', 'copper', 'chestnut', 'auburn', 'grey', 'black'],
  ['black', 'black', 'espresso', 'chestnut', 'grey', 'auburn'],
  ['black', 'black', 'black', 'espresso', 'grey', 'white'],
];
/** The same lists without `none`. */
const [, ...realBeards] = beards;
const [, ...realGlasses] = glasses;
const [, ...realHeadwear] = headwear;

const dyedHair: NonEmpty<HairColor> = ['teal', 'pink', 'violet'];

/** A tasteful person for a seed: outfits from matched palettes, hair tones that occur with the skin tone, one or two accessories. */
export const randomLook = (seed: number): Look => {
  const next = seeded(seed * 2654435761 + 97);
  const chance = (p: number): boolean => next() < p;
  const pick = <T>(list: NonEmpty<T>): T => cycled(list, Math.floor(next() * list.length));

  const skin = Math.floor(next() * SKIN_COUNT);
  const outfit = pick(outfits);
  const hair = pick(hairStyles);
  const tones = naturalHair[skin < 3 ? 0 : skin < 6 ? 1 : 2];
  const isCovered = hair === 'hijab';
  const canGrowBeard = !isCovered && ['short', 'tousled', 'undercut', 'buzz', 'bald', 'turban', 'locks', 'afro', 'curly'].includes(hair);
  const hasHeadwear = !hairWithoutHeadwear.has(hair) && chance(0.24);
  const wornHeadwear = hasHeadwear ? pick(realHeadwear) : 'none';

  const look: Look = {
    body: pick(bodies),
    skin,
    face: pick(['calm', 'smile', 'smile', 'grin', 'cheeky', 'dreamy'] as const),
    hair,
    hairColor: chance(0.1) ? pick(dyedHair) : pick(tones),
    beard: hair === 'turban' ? 'beard' : canGrowBeard && chance(0.5) ? pick(realBeards) : 'none',
    top: isCovered ? pick(['shirt', 'sweater', 'turtleneck', 'cardigan', 'blazer', 'hoodie'] as const) : pick(tops),
    topColor: outfit[0],
    accentColor: outfit[2],
    bottom: isCovered
      ? pick(['trousers', 'jeans', 'long-skirt'] as const)
      : canGrowBeard
        ? pick(['trousers', 'jeans', 'shorts'] as const)
        : pick(bottoms),
    bottomColor: outfit[1],
    shoes: pick(shoes),
    shoeColor: pick(['paper', 'ink', 'walnut', 'persimmon', 'slate', 'mustard'] as const),
    glasses: chance(0.28) ? pick(realGlasses) : 'none',
    headwear: wornHeadwear === 'flower' && canGrowBeard ? 'cap' : wornHeadwear,
    headwearColor:
      isCovered || hair === 'turban' ? pick(['plum', 'lagoon', 'mustard', 'sand', 'rose', 'sky', 'leaf', 'persimmon'] as const) : outfit[2],
    earrings: !isCovered && !canGrowBeard && chance(0.35),
    scarf: !isCovered && chance(0.1) ? pick(['persimmon', 'mustard', 'sky', 'rose'] as const) : 'none',
    wheelchair: chance(0.05),
  };
  return look.beard !== 'none' && look.top === 'dress' ? { ...look, top: 'kurta' } : look;
};
