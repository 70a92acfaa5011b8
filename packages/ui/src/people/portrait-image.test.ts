import { randomLook } from '@metaverse/art';
import { expect, it } from 'vitest';
import { initials, portraitUrl, tileOf } from './portrait-image.ts';

it('takes the initials of the first and last word', () => {
  expect(initials('Ines Moreau')).toBe('IM');
  expect(initials('Ana María de la Cruz')).toBe('AC');
  expect(initials('łukasz')).toBe('Ł');
  expect(initials('  ')).toBe('');
});

it('does not cut a letter outside the basic plane in two', () => {
  expect(initials('𝒜da Byron')).toBe('𝒜B');
});

it('gives a name the same ground every time', () => {
  expect(tileOf('Ines Moreau')).toBe(tileOf('Ines Moreau'));
  expect(new Set(['Ines', 'Mira', 'Jonas', 'Aiko', 'Dele', 'Sam', 'Noor', 'Hana'].map(tileOf)).size).toBeGreaterThan(2);
});

it('draws a look once and another one anew', () => {
  const first = portraitUrl(randomLook(1));
  expect(portraitUrl(randomLook(1))).toBe(first);
  expect(portraitUrl(randomLook(2))).not.toBe(first);
  expect(first.startsWith('data:image/svg+xml,%3Csvg')).toBe(true);
});
