import { ErrorBody } from '@metaverse/contracts';
import { expect } from 'vitest';
import type { Answer } from './call.ts';

/** Expects the one form that failures have, with this status and code. */
export function expectFailure(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body?.error?.code }).toEqual({ status, code });
  expect(ErrorBody.safeParse(answer.body).success).toBe(true);
  expect(answer.body.error.requestId).toBe(answer.headers.get('x-request-id'));
}
