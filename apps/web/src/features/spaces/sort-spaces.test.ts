import { expect, it } from 'vitest';
import { sortOrders, sortSpaces } from './sort-spaces.ts';

const space = (name: string, [onlineCount, messagesToday]: readonly [number, number], createdAt = '2026-01-01T00:00:00Z') => ({
  id: name,
  name,
  onlineCount,
  messagesToday,
  createdAt,
});

const garden = space('Garden', [0, 9], '2026-03-01T00:00:00Z');
const barn = space('barn', [2, 1], '2026-02-01T00:00:00Z');
const pier2 = space('Pier 2', [2, 5]);
const pier10 = space('Pier 10', [0, 0]);
const spaces = [garden, pier10, barn, pier2];

it.each([
  ['inside', ['Pier 2', 'barn', 'Garden', 'Pier 10']],
  ['activity', ['Garden', 'Pier 2', 'barn', 'Pier 10']],
  ['name', ['barn', 'Garden', 'Pier 2', 'Pier 10']],
  ['newest', ['Garden', 'barn', 'Pier 2', 'Pier 10']],
] as const)('sorts by %s', (order, names) => {
  expect(sortSpaces(spaces, order).map(({ name }) => name)).toEqual(names);
});

it.each(sortOrders)('gives the same %s order whatever the order before', (order) => {
  expect(sortSpaces([...spaces].reverse(), order)).toEqual(sortSpaces(spaces, order));
});

it('leaves the given list alone', () => {
  const given = [garden, barn];
  sortSpaces(given, 'name');
  expect(given).toEqual([garden, barn]);
});
