import { describe, expect, it } from 'vitest';
import { arrivalWords, newcomers } from './arrival-news.ts';

const someone = (userId: string) => ({ userId, displayName: userId, presence: 'online' as const });

describe('news of arrivals', () => {
  it('name those who were not there before, never oneself', () => {
    const found = newcomers([someone('mira')], [someone('mira'), someone('jonas'), someone('me')], 'me');
    expect(found.map(({ userId }) => userId)).toEqual(['jonas']);
  });

  it('are one short sentence', () => {
    expect(arrivalWords([])).toBe('');
    expect(arrivalWords(['Mira'])).toBe('Mira came in');
    expect(arrivalWords(['Mira', 'Jonas'])).toBe('Mira and Jonas came in');
    expect(arrivalWords(['Mira', 'Jonas', 'Noor'])).toBe('Mira and 2 others came in');
  });
});
