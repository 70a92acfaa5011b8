import { ErrorBody, ERROR_STATUS, type ErrorCode, type WireError } from '@metaverse/contracts';
import { isAxiosError } from 'axios';

/** A code of the closed list, or `network`: no answer came, so nothing is known of what happened. */
export type FailureCode = ErrorCode | 'network';

type Facts = {
  code: FailureCode;
  message: string;
  /** 0 when no answer came. */
  status: number;
  details?: unknown;
  requestId?: string | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
};

/** The one failure that the SDK throws, for HTTP and sockets alike. */
export class ApiError extends Error {
  readonly code: FailureCode;
  readonly status: number;
  readonly details: unknown;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: Facts) {
    super(facts.message, { cause: facts.cause });
    this.name = 'ApiError';
    this.code = facts.code;
    this.status = facts.status;
    this.details = facts.details;
    this.requestId = facts.requestId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

/** No answer came: offline, cut, timed out or aborted. */
export const networkError = (cause?: unknown): ApiError => new ApiError({ code: 'network', message: 'No answer came', status: 0, cause });

/** What a socket's refusal says. */
export const fromWireError = (error: WireError): ApiError =>
  new ApiError({ code: error.code, message: error.message, status: ERROR_STATUS[error.code], details: error.details });

/** Whether trying the same again later can succeed without anybody changing anything. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ApiError && ['network', 'unavailable', 'rate_limited', 'token_expired'].includes(error.code);

/** Turns whatever a request failed with into an `ApiError`; what is no failed request (a bug) comes back as it is. */
export function toApiError(failure: unknown): unknown {
  if (!isAxiosError<unknown>(failure)) return failure;
  if (failure.response === undefined) return networkError(failure);

  const { status, data, headers } = failure.response;
  const retryAfter = Number(headers['retry-after']);
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  const body = ErrorBody.safeParse(data);
  if (body.success) return new ApiError({ ...body.data.error, status, retryAfterSeconds, cause: failure });

  // A proxy in between answers in its own words.
  const code = status >= 500 ? 'unavailable' : 'internal';
  return new ApiError({ code, message: `HTTP status ${String(status)}`, status, retryAfterSeconds, cause: failure });
}
