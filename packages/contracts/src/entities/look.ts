import { z } from 'zod';

/** The parts and colours that a look is made of; what each looks like is drawn in `@metaverse/art`. */
export const bodies = ['slim', 'medium', 'sturdy'] as const;
export const faces = ['calm', 'smile', 'grin', 'cheeky', 'dreamy', 'surprised'] as const;
export const hairStyles = [
  'short',
  'tousled',
  'undercut',
  'buzz',
  'bald',
  'bob',
  'long',
  'wavy',
  'curly',
  'afro',
  'braids',
  'bun',
  'ponytail',
  'locks',
  'hijab',
  'turban',
] as const;
export const hairColors = [
  'black',
  'espresso',
  'chestnut',
  'auburn',
  'copper',
  'honey',
  'blond',
  'grey',
  'white',
  'teal',
  'pink',
  'violet',
] as const;
export const beards = ['none', 'stubble', 'moustache', 'goatee', 'beard'] as const;
export const tops = [
  'tee',
  'striped',
  'hoodie',
  'shirt',
  'blazer',
  'sweater',
  'turtleneck',
  'cardigan',
  'dress',
  'dungarees',
  'kurta',
] as const;
export const bottoms = ['trousers', 'jeans', 'shorts', 'skirt', 'long-skirt'] as const;
export const shoes = ['sneakers', 'boots', 'loafers', 'sandals'] as const;
export const glasses = ['none', 'square', 'round'] as const;
export const headwear = ['none', 'cap', 'beanie', 'headphones', 'flower'] as const;
export const clothColors = [
  'persimmon',
  'lagoon',
  'moss',
  'plum',
  'mustard',
  'slate',
  'ink',
  'paper',
  'rose',
  'sky',
  'walnut',
  'sand',
  'stone',
  'leaf',
] as const;
/** Skins are numbered from 0, very light, to 9, very dark. */
export const SKIN_COUNT = 10;

/** Who somebody is to the eye. */
export const Look = z
  .object({
    body: z.enum(bodies),
    skin: z
      .int()
      .min(0)
      .max(SKIN_COUNT - 1),
    face: z.enum(faces),
    hair: z.enum(hairStyles),
    hairColor: z.enum(hairColors),
    beard: z.enum(beards),
    top: z.enum(tops),
    topColor: z.enum(clothColors),
    /** Second colour of the top: stripes, the shirt under a blazer, embroidery. */
    accentColor: z.enum(clothColors),
    bottom: z.enum(bottoms),
    bottomColor: z.enum(clothColors),
    shoes: z.enum(shoes),
    shoeColor: z.enum(clothColors),
    glasses: z.enum(glasses),
    headwear: z.enum(headwear),
    /** Also the cloth of a hijab or turban. */
    headwearColor: z.enum(clothColors),
    earrings: z.boolean(),
    scarf: z.enum([...clothColors, 'none']),
    wheelchair: z.boolean(),
  })
  .meta({ id: 'Look' });
export type Look = z.infer<typeof Look>;
