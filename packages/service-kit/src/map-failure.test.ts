import { expect, test } from 'vitest';
import { silentLogger } from './logger.ts';
import { mapFailure } from './map-failure.ts';

const coded = (code: string, message = 'no'): Error => Object.assign(new Error(message), { code });
const codeOf = (thrown: unknown): string => mapFailure(thrown, silentLogger()).code;

test.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a name that cannot be resolved for now', coded('EAI_AGAIN')],
  ['a host that cannot be reached', coded('EHOSTUNREACH')],
  ['a server that stops, as pg says it', coded('57P01')],
  [
    'a server that stops, as Prisma says it',
    coded('P2039', 'Database error. Code: `57P03`. Message: `the database system is shutting down`'),
  ],
  ['a server that stops under a raw query of Prisma', coded('P2010', 'Raw query failed. Code: `57P01`. Message: `terminating connection`')],
  ['a statement that took too long', coded('57014')],
  ['a server that does not answer', new Error('Query read timeout')],
  ['a transaction that could not begin in time', coded('P2028', 'Transaction API error: Unable to start a transaction in the given time.')],
  ['too many connections', coded('P2037')],
  ['something that was caused by one of these', new Error('failed', { cause: coded('ETIMEDOUT') })],
])('%s is unavailable, and may be tried again', (_, thrown) => {
  const failure = mapFailure(thrown, silentLogger());
  expect(failure.code).toBe('unavailable');
  expect(failure.retryAfterSeconds).toBeGreaterThan(0);
});

test('what is gone is not found, and everything else is internal, without its text', () => {
  expect(codeOf(coded('P2025'))).toBe('not_found');
  expect(codeOf(coded('P2010', 'Raw query failed. Code: `23503`. Message: `violates foreign key`'))).toBe('not_found');
  expect(codeOf(coded('P2010', 'Raw query failed. Code: `42601`. Message: `syntax error`'))).toBe('internal');
  expect(mapFailure(coded('42703', 'secret_column'), silentLogger()).message).not.toContain('secret_column');
  expect(codeOf('thrown text')).toBe('internal');
});
