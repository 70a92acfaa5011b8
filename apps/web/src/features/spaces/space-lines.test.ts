import { expect, it } from 'vitest';
import { cardLine, insideLine } from './space-lines.ts';

const quiet = { messagesToday: 0, onlineCount: 0, visibility: 'public', description: '' } as const;

it('says on a card what goes on before what it is for', () => {
  expect(cardLine({ ...quiet, messagesToday: 1, description: 'Quiet, no microphones' })).toBe('1 message today · Quiet, no microphones');
  expect(cardLine({ ...quiet, messagesToday: 24 })).toBe('24 messages today');
  expect(cardLine({ ...quiet, visibility: 'unlisted', description: ' ' })).toBe('Unlisted');
  expect(cardLine(quiet)).toBe('Empty now');
});

const named = (...names: string[]) => names.map((displayName) => ({ id: displayName, displayName }));

it.each([
  [0, named(), 'Nobody is inside right now.'],
  [1, named('Mira Okafor'), 'Mira is here.'],
  [2, named('Mira', 'Jonas'), 'Mira and Jonas are here.'],
  [3, named('Mira', 'Jonas', 'Aiko'), 'Mira, Jonas and Aiko are here.'],
  [12, named('Mira', 'Jonas', 'Aiko', 'Dele', 'Sam'), 'Mira, Jonas and 10 others are here.'],
  [2, named('Mira'), 'Mira and 1 other are here.'],
  [1, named(), '1 person is here.'],
  [1, named('Ines Moreau'), 'You are here.'],
  [4, named('Mira', 'Jonas', 'Ines Moreau'), 'You, Mira and 2 others are here.'],
])('names those inside: %d', (onlineCount, people, line) => {
  expect(insideLine({ people, onlineCount }, 'Ines Moreau')).toBe(line);
});
