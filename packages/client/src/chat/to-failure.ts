import { ApiError } from '../http/api-error.ts';
import type { Failure } from './chat-state.ts';

/** What a person needs to know of an error. */
export const toFailure = (error: unknown): Failure =>
  error instanceof ApiError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: 'Something went wrong on this device' };
