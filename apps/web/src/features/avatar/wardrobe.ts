import { hairColors as hairRamps, ramps, skins } from '@metaverse/art';
import {
  beards,
  bodies,
  bottoms,
  clothColors,
  faces,
  glasses,
  hairColors,
  hairStyles,
  headwear,
  shoes,
  tops,
  type Look,
} from '@metaverse/contracts';

/** A choice as words: "long-skirt" is "Long skirt". */
export const named = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** One thing to choose: what it is called, what it changes, how it looks. */
export type Option = { id: string; label: string; parts: Partial<Look>; color?: string };
export type Section = {
  label: string;
  /** Drawn as head or figure with the choice on, or as patches of colour. */
  kind: 'head' | 'figure' | 'color';
  options: readonly Option[];
  /** Hidden where it would change nothing. */
  isShown?: (look: Look) => boolean;
};

type Part = keyof Look;

const styles = <P extends Part>(part: P, ids: readonly (Look[P] & string)[]): Option[] =>
  // The key is of a look and the value one of its own; TypeScript widens computed keys to string.
  ids.map((id) => ({ id, label: named(id), parts: { [part]: id } }));

const cloth = (part: 'topColor' | 'accentColor' | 'bottomColor' | 'shoeColor' | 'headwearColor'): Option[] =>
  clothColors.map((id) => ({ id, label: named(id), parts: { [part]: id }, color: ramps[id].base }));

const skinOptions: Option[] = skins.map(({ base }, skin) => ({
  id: String(skin),
  label: `Skin ${skin + 1} of ${skins.length}`,
  parts: { skin },
  color: base,
}));
const hairOptions: Option[] = hairColors.map((id) => ({ id, label: named(id), parts: { hairColor: id }, color: hairRamps[id].base }));
const scarfOptions: Option[] = [
  { id: 'none', label: 'None', parts: { scarf: 'none' } },
  ...clothColors.map((id): Option => ({ id, label: named(id), parts: { scarf: id }, color: ramps[id].base })),
];

const isWrapped = ({ hair }: Look): boolean => hair === 'hijab' || hair === 'turban';
const hasAccent = ({ top }: Look): boolean => !['tee', 'hoodie'].includes(top);

/** Everything that one can wear and be, by the tab that it stands under. */
export const wardrobe = {
  body: [
    { label: 'Build', kind: 'figure', options: styles('body', bodies) },
    { label: 'Skin', kind: 'color', options: skinOptions },
    {
      label: 'Getting around',
      kind: 'figure',
      options: [
        { id: 'feet', label: 'On foot', parts: { wheelchair: false } },
        { id: 'wheelchair', label: 'Wheelchair', parts: { wheelchair: true } },
      ],
    },
  ],
  face: [
    { label: 'Expression', kind: 'head', options: styles('face', faces) },
    { label: 'Beard', kind: 'head', options: styles('beard', beards) },
  ],
  hair: [
    { label: 'Style', kind: 'head', options: styles('hair', hairStyles) },
    { label: 'Colour', kind: 'color', options: hairOptions, isShown: (look) => !isWrapped(look) },
    { label: 'Cloth', kind: 'color', options: cloth('headwearColor'), isShown: isWrapped },
  ],
  top: [
    { label: 'Style', kind: 'figure', options: styles('top', tops) },
    { label: 'Colour', kind: 'color', options: cloth('topColor') },
    { label: 'Second colour', kind: 'color', options: cloth('accentColor'), isShown: hasAccent },
  ],
  bottom: [
    { label: 'Style', kind: 'figure', options: styles('bottom', bottoms) },
    { label: 'Colour', kind: 'color', options: cloth('bottomColor') },
  ],
  shoes: [
    { label: 'Style', kind: 'figure', options: styles('shoes', shoes) },
    { label: 'Colour', kind: 'color', options: cloth('shoeColor') },
  ],
  extras: [
    { label: 'Glasses', kind: 'head', options: styles('glasses', glasses) },
    { label: 'On the head', kind: 'head', options: styles('headwear', headwear) },
    {
      label: 'Its colour',
      kind: 'color',
      options: cloth('headwearColor'),
      isShown: ({ headwear: worn }) => worn !== 'none' && worn !== 'flower',
    },
    { label: 'Scarf', kind: 'color', options: scarfOptions },
    {
      label: 'Earrings',
      kind: 'head',
      options: [
        { id: 'none', label: 'None', parts: { earrings: false } },
        { id: 'earrings', label: 'Earrings', parts: { earrings: true } },
      ],
    },
  ],
} as const satisfies Record<string, readonly Section[]>;

export type WardrobeTab = keyof typeof wardrobe;

/** Whether a look has what an option gives. */
export const isWorn = (look: Look, { parts }: Option): boolean => {
  for (const part in parts) {
    // `for in` says string; an option's parts are parts of a look.
    if (look[part as Part] !== parts[part as Part]) return false;
  }
  return true;
};
