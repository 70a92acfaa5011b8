import { randomLook } from '@metaverse/art';
import type { Face } from '../src/index.ts';

const names = ['Mira Okafor', 'Jonas Lindqvist', 'Aiko Tanabe', 'Dele Adeyemi', 'Sam Whitlock', 'Noor Aziz', 'Wren Castillo'];

/** Seven people whose looks are always the same. */
export const people: readonly Face[] = names.map((name, index) => ({ id: name, name, look: randomLook(index + 40) }));

/** The one whose gallery this is. */
export const ines: Face = { id: 'ines', name: 'Ines Moreau', look: randomLook(5) };

/** The person at this place in the list, wrapping around. */
export const person = (index: number): Face => people[index % people.length] ?? ines;
