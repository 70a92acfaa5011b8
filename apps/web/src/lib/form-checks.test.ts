import { ApiError } from '@metaverse/client';
import { expect, it } from 'vitest';
import { checkAll, wrongsOf } from './form-checks.ts';

const refusal = (details: unknown) => new ApiError({ code: 'invalid_payload', message: 'no', status: 400, details });

it('names only what is wrong', () => {
  const checks = { name: (value: string) => (value === '' ? 'Give it a name.' : undefined) };
  expect(checkAll({ name: '', line: '' }, checks)).toEqual({ name: 'Give it a name.' });
  expect(checkAll({ name: 'Pier 9', line: '' }, checks)).toEqual({});
});

it('puts what the server found to its fields, as sentences, the first one of each', () => {
  const details = [
    { path: 'password', message: 'is among the easily guessed' },
    { path: 'password', message: 'too short' },
    { path: 'refresh', message: 'invalid' },
  ];
  expect(wrongsOf(refusal(details), ['username', 'password'])).toEqual({ password: 'Is among the easily guessed.' });
});

it('finds nothing in other failures and in details of another shape', () => {
  expect(wrongsOf(new Error('no'), ['name'])).toEqual({});
  expect(wrongsOf(refusal('text'), ['name'])).toEqual({});
  expect(wrongsOf(refusal([null, { path: 3 }]), ['name'])).toEqual({});
});
