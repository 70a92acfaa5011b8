import { ApiError, type FailureCode } from '@metaverse/client';
import { errorCodes } from '@metaverse/contracts';
import { expect, it } from 'vitest';
import { failureText } from './failure-text.ts';

const failure = (code: FailureCode, more: { requestId?: string; retryAfterSeconds?: number } = {}) =>
  new ApiError({ code, message: 'the server said so', status: 400, ...more });

it.each([...errorCodes, 'network' as const])('has a sentence for %s that is no code', (code) => {
  const text = failureText(failure(code));
  expect(text).toMatch(/^[A-Z].*\.$/);
  expect(text).not.toContain('_');
});

it('says how long to wait, in seconds and then in minutes', () => {
  expect(failureText(failure('rate_limited', { retryAfterSeconds: 8 }))).toContain('8 seconds');
  expect(failureText(failure('rate_limited', { retryAfterSeconds: 1 }))).toContain('1 second.');
  expect(failureText(failure('rate_limited', { retryAfterSeconds: 601 }))).toContain('11 minutes');
});

it('gives the request of a failure of ours, and never the message of a bug', () => {
  expect(failureText(failure('internal', { requestId: '01J9' }))).toContain('Request 01J9');
  expect(failureText(new TypeError('x is undefined'))).not.toContain('undefined');
});
