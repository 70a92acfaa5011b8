import { z } from 'zod';

/** The closed list of error codes, each with its HTTP status. Sockets send the code alone. */
export const ERROR_STATUS = {
  invalid_payload: 400,
  unauthenticated: 401,
  token_expired: 401,
  forbidden: 403,
  banned: 403,
  muted: 403,
  not_found: 404,
  conflict: 409,
  room_full: 409,
  space_full: 409,
  edit_window_closed: 409,
  payload_too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

// Object.keys widens to string[]; the object above is the only source of these keys.
export const errorCodes = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

/** What a client is told of a failure on a socket; over HTTP a `requestId` joins it. */
export const WireError = z
  .object({ code: z.enum(errorCodes), message: z.string(), details: z.unknown().optional() })
  .meta({ id: 'WireError' });
export type WireError = z.infer<typeof WireError>;

/** The body of every HTTP failure. */
export const ErrorBody = z.object({ error: WireError.extend({ requestId: z.string() }) }).meta({ id: 'ErrorBody' });
export type ErrorBody = z.infer<typeof ErrorBody>;

/** One entry of `details` of `invalid_payload`; `path` is dotted, empty for the payload itself. */
export type InvalidDetail = { path: string; message: string };
