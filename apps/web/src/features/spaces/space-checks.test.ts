import { expect, it } from 'vitest';
import { descriptionWrong, sideWrong, spaceNameWrong } from './space-checks.ts';

it('wants a name that says something', () => {
  expect(spaceNameWrong('Pier 9')).toBeUndefined();
  expect(spaceNameWrong('  ')).toBeDefined();
  expect(spaceNameWrong('p'.repeat(81))).toContain('80');
});

it('lets a description be empty but not endless', () => {
  expect(descriptionWrong('')).toBeUndefined();
  expect(descriptionWrong('d'.repeat(501))).toContain('500');
});

it.each([
  ['5', undefined],
  ['500', undefined],
  [' 24 ', undefined],
  ['4', 'At least 5'],
  ['501', 'At most 500'],
  ['12.5', 'Whole'],
  ['1e2', 'Whole'],
  ['', 'Whole'],
])('checks the side %j', (side, reason) => {
  if (reason === undefined) expect(sideWrong(side)).toBeUndefined();
  else expect(sideWrong(side)).toContain(reason);
});
