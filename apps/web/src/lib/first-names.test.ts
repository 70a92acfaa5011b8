import { expect, it } from 'vitest';
import { shortNames } from './first-names.ts';

it('calls several people by their first names', () => {
  expect(shortNames(['Jonas Lindqvist', ' Aiko  Tanabe', 'Sam'])).toEqual(['Jonas', 'Aiko', 'Sam']);
});

it('keeps the whole name of one person, and of people who are called the same', () => {
  expect(shortNames(['Jonas Lindqvist'])).toEqual(['Jonas Lindqvist']);
  expect(shortNames(['Jonas Lindqvist', 'Jonas Berg'])).toEqual(['Jonas Lindqvist', 'Jonas Berg']);
});
