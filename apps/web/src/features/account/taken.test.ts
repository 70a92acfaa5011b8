import { ApiError } from '@metaverse/client';
import { expect, it } from 'vitest';
import { takenOf } from './taken.ts';

const conflict = (details?: unknown) => new ApiError({ code: 'conflict', message: 'taken', status: 409, details });

it('reads which field is taken, and what is free instead', () => {
  expect(takenOf(conflict({ field: 'username', suggestions: ['juno.park', 'juno-p'] }))).toEqual({
    field: 'username',
    suggestions: ['juno.park', 'juno-p'],
  });
  expect(takenOf(conflict({ field: 'email' }))).toEqual({ field: 'email' });
});

it('takes it for the username when the server says no more', () => {
  expect(takenOf(conflict())).toEqual({ field: 'username', suggestions: [] });
  expect(takenOf(conflict({ field: 'username', suggestions: [1, null, 'juno-2'] }))).toEqual({
    field: 'username',
    suggestions: ['juno-2'],
  });
});

it('is nothing for other failures', () => {
  expect(takenOf(new ApiError({ code: 'rate_limited', message: '', status: 429 }))).toBeUndefined();
  expect(takenOf(new Error('no'))).toBeUndefined();
});
