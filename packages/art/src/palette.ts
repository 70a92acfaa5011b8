/**
 * The only place where colours are written. Pieces name a ramp and a step, never a hex value.
 * Each ramp runs from `deep` (lines, gaps) over `shade` (faces turned away from the light), `base`
 * (the local colour) and `light` (faces turned up) to `pale` (the one highlight).
 */
import type { Look } from '@metaverse/contracts';
import type { NonEmpty } from './pick.ts';

export interface Ramp {
  readonly deep: string;
  readonly shade: string;
  readonly base: string;
  readonly light: string;
  readonly pale: string;
}

const ramp = (deep: string, shade: string, base: string, light: string, pale: string): Ramp => ({ deep, shade, base, light, pale });

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The colour half way between two steps, for floors that need less contrast than a whole step. */
export const mixed = (one: string, two: string): string => {
  const [a, b] = [channels(one), channels(two)];
  return `#${a
    .map((value, i) =>
      Math.round((value + (b[i] ?? value)) / 2)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};

/** Neutrals and materials. */
export const paper = ramp('#B7A385', '#DACBB2', '#EFE5D4', '#F8F2E7', '#FFFDF8');
export const plaster = ramp('#A08E78', '#D3C4AE', '#E6DAC7', '#EFE6D7', '#F8F3E9');
export const cap = ramp('#4A403A', '#5C5049', '#6E6057', '#85766B', '#9D8D80');
export const oak = ramp('#9C6F45', '#BE8E5F', '#D2A676', '#DDBB92', '#EFD8B8');
export const walnut = ramp('#4A3024', '#684534', '#855B44', '#A27659', '#C39A7B');
export const stone = ramp('#969084', '#BBB4A7', '#D3CCC0', '#E0DACF', '#EFEBE3');
export const steel = ramp('#77818A', '#A5AEB4', '#C9D0D3', '#E0E5E6', '#F6F8F8');
export const slate = ramp('#2E3641', '#454E5B', '#5B6573', '#85909D', '#C2CAD2');
export const ink = ramp('#12110F', '#1F1D1A', '#36322D', '#524C45', '#7D756B');
export const clay = ramp('#874428', '#AC5E3C', '#C97D55', '#DE9F79', '#F1C9AC');
export const sand = ramp('#B2966B', '#D0B78B', '#E0CBA3', '#EADBBC', '#F5ECD8');

/** Hues. Persimmon is the accent: one spot per room, never a whole wall. */
export const persimmon = ramp('#8C2C07', '#B93B08', '#D9480F', '#EC7544', '#F8B596');
export const lagoon = ramp('#174647', '#215F60', '#2C7A7B', '#55A29E', '#A9D5CE');
export const moss = ramp('#2F5034', '#446F45', '#5B8C5A', '#80AE76', '#B9D6A8');
export const plum = ramp('#523048', '#6D435E', '#8A5A78', '#AD829D', '#D8BBCD');
export const mustard = ramp('#8B5F17', '#B9862B', '#D9A441', '#EAC473', '#F7E3B5');
export const rose = ramp('#93414F', '#BC5F6C', '#D98089', '#E9A5A8', '#F8D3D1');
export const sky = ramp('#36597B', '#4C769C', '#6C97BA', '#97B9D3', '#CFE0EC');

/** Nature. */
export const grass = ramp('#5C8A4E', '#83AE69', '#98BF7B', '#A6CA89', '#C6DFA9');
export const leaf = ramp('#26503F', '#38704F', '#4D8E5E', '#76AF76', '#AED2A0');
export const blossom = ramp('#C77886', '#E6A4AC', '#F2C0C3', '#F8D5D4', '#FFF0EC');
export const sprout = ramp('#50702F', '#6F9340', '#8FB055', '#B0CB78', '#D5E3AC');
export const water = ramp('#2F7489', '#4E9BAD', '#6FB8C4', '#97D1D6', '#D6EFED');

/** Carpets are floors, so their hues are greyed. */
export const carpetTones = {
  lagoon: ramp('#4A827D', '#7BABA4', '#93BBB3', '#A0C5BD', '#CBE1DB'),
  plum: ramp('#7C566C', '#AE8FA1', '#C0A5B3', '#CBB2BF', '#E6D6DE'),
} as const;

/** Painted walls: the hues mixed with plaster, so that people stay in front of them. */
export const wallTones = {
  lagoon: ramp('#2F5E5E', '#4B807D', '#5D938F', '#76A8A3', '#B5D3CE'),
  moss: ramp('#5F7A58', '#8EA483', '#A3B797', '#B7C8AA', '#D8E2CD'),
  plum: ramp('#735467', '#9C7D90', '#AF92A4', '#C1A8B7', '#DFCFD8'),
} as const;

/** Light itself: what lamps, windows, screens and portals give off. */
export const glow = { warm: '#FFD99A', screen: '#BFEDE8', day: '#FFF6DC', portal: '#9BE8DC', night: '#1E2A52' } as const;
export const glass = { pane: '#CFE9E6', edge: '#8DB9B6', shine: '#FFFFFF' } as const;

/** Ramps that upholstery, rugs and clothing may use. */
export const ramps = {
  paper,
  plaster,
  oak,
  walnut,
  stone,
  steel,
  slate,
  ink,
  clay,
  sand,
  persimmon,
  lagoon,
  moss,
  plum,
  mustard,
  rose,
  sky,
  leaf,
} as const;

/** Ten natural skin tones, from very light to very dark. `pale` is the blush that sits on the cheeks. */
export const skins: NonEmpty<Ramp> = [
  ramp('#B87A62', '#F0CBB5', '#FCE4D4', '#FFF0E6', '#F4A594'),
  ramp('#B07056', '#E9BC9E', '#F7D6BD', '#FDE6D5', '#EE957F'),
  ramp('#A26446', '#DFAB86', '#F0C6A4', '#F8D8BE', '#E58469'),
  ramp('#93573A', '#CE956D', '#E4B089', '#F0C6A4', '#DA7657'),
  ramp('#7F482D', '#B97E55', '#D29A6F', '#E1B28B', '#C9643F'),
  ramp('#6C3A24', '#A2693F', '#BD8257', '#CF9B72', '#B65432'),
  ramp('#582D1C', '#865232', '#A16944', '#B6825C', '#9F4628'),
  ramp('#452216', '#693E27', '#835236', '#9A694B', '#8A3B25'),
  ramp('#341910', '#502D1D', '#673E2A', '#7E533C', '#743022'),
  ramp('#25120C', '#422619', '#573627', '#6E4A38', '#6B3025'),
];

/** Hair: natural tones first, dyed ones last. */
export const hairColors: Record<Look['hairColor'], Ramp> = {
  black: ramp('#15120F', '#221E1B', '#322C28', '#4A423C', '#6A5F56'),
  espresso: ramp('#2A1A12', '#3A251A', '#4D3324', '#664735', '#866350'),
  chestnut: ramp('#43251A', '#5E3625', '#7A4932', '#966146', '#B58566'),
  auburn: ramp('#5A2413', '#7C351C', '#9C4927', '#B9643D', '#D38C65'),
  copper: ramp('#83380F', '#AA501B', '#CB692C', '#DF8B4F', '#EFB283'),
  honey: ramp('#7F5522', '#AA7A38', '#CB9B53', '#DDB778', '#EED5A6'),
  blond: ramp('#A27A35', '#CFA95B', '#E6C77E', '#F0DBA2', '#F9EDCB'),
  grey: ramp('#5F6065', '#85868A', '#A5A6A8', '#C0C1C2', '#DDDDDC'),
  white: ramp('#A39E97', '#CFCAC2', '#E6E2DB', '#F2EFEA', '#FFFFFF'),
  teal: ramp('#174B50', '#22696D', '#2F898B', '#5BADA9', '#9ED5CD'),
  pink: ramp('#9B4160', '#C4637F', '#E0869D', '#EEAABA', '#F9D1DA'),
  violet: ramp('#41305F', '#5B4580', '#775FA0', '#9881BC', '#C0AFD8'),
};
/** The ground colour of the night's light map; glow sprites are screened onto it before it multiplies the scene. */
export const nightTint = '#5A66A6';
/** What lies around every map, by day. */
export const meadowColor = grass.base;
