import { ERROR_STATUS, type ErrorCode } from '@metaverse/contracts';

/** An expected failure. Its message and details reach the client; its `cause` reaches the log only. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: unknown;
  /** For `rate_limited` and `unavailable`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: { details?: unknown; retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** What is not there, or what the actor may not even see. */
export const notFound = (thing: string): AppError => new AppError('not_found', `There is no such ${thing}.`);
export const forbidden = (why: string): AppError => new AppError('forbidden', why);
export const unauthenticated = (why: string): AppError => new AppError('unauthenticated', why);
export const invalidPayload = (path: string, message: string): AppError =>
  new AppError('invalid_payload', `${path} ${message}.`, { details: [{ path, message }] });
