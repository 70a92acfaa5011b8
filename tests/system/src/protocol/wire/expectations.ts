import { expect } from 'vitest';
import type { Answer } from './http.ts';

/** The statuses of the closed list of codes. */
const STATUS: Record<string, number> = {
  invalid_payload: 400,
  unauthenticated: 401,
  token_expired: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  rate_limited: 429,
};

export type Failure = { error: { code: string; message: string; requestId: string; details?: unknown } };
export type Detail = { path: string; message: string };

/** A failure is one of the closed list, in the one shape, with nothing of the server's inside in it. */
export function expectFailure(answer: Answer<unknown>, code: string): Failure['error'] {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: STATUS[code], body: { error: { code } } });
  const { error, ...rest } = answer.body as Failure; // matched above
  expect(rest).toEqual({});
  expect(error).toMatchObject({ message: expect.stringMatching(/\S/), requestId: expect.stringMatching(/\S/) });
  expect(Object.keys(error).filter((key) => !['code', 'message', 'requestId', 'details'].includes(key))).toEqual([]);
  expect(answer.text).not.toMatch(/node_modules|at \w+ \(|prisma|SELECT /i);
  if (code === 'invalid_payload') expectDetails(error.details);
  return error;
}

/** `details` of `invalid_payload` is a list that is not empty, of paths with messages. */
export function expectDetails(details: unknown): void {
  expect(details).toEqual(expect.arrayContaining([expect.anything()]));
  for (const detail of details as Detail[]) {
    expect(detail).toMatchObject({ path: expect.any(String), message: expect.stringMatching(/\S/) });
  }
}

export const pathsOf = (error: { details?: unknown }): string[] => (error.details as Detail[]).map(({ path }) => path);

/** 204: nothing in it, not even a type. */
export function expectEmpty(answer: Answer<unknown>): void {
  expect({ status: answer.status, text: answer.text }).toEqual({ status: 204, text: '' });
}

/** The body of a success. */
export function expectSuccess<T>(answer: Answer<T>, status: 200 | 201 = 200): T {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status });
  return answer.body;
}
