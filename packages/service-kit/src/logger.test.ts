import { expect, test } from 'vitest';
import { describeError } from './logger.ts';

test('an error is logged with its causes and code, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('connection lost'), { client: { secretKey: 42 } });
  const error = Object.assign(new Error('no answer', { cause }), {
    code: '57P01',
    client: { secretKey: 42 },
    detail: 'Key (email)=(ada@x)',
  });
  const logged = JSON.stringify(describeError(error));
  expect(logged).toContain('57P01');
  expect(logged).toContain('no answer: connection lost');
  expect(logged).not.toMatch(/secretKey|ada@x/);
});

test('something thrown that is no error is logged as it is', () => {
  expect(describeError('just text')).toBe('just text');
});
