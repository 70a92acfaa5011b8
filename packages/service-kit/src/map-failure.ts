import { AppError } from './app-error.ts';
import type { Logger } from './logger.ts';

/** Seconds after which a client may try again what failed because a dependency was away. */
const UNAVAILABLE_RETRY_SECONDS = 2;

/**
 * How node, pg (SQLSTATE classes 08, 53 and 57P) and Prisma name a dependency that is away, one that took too long (57014,
 * 25P03, P2028), and a transaction that gave way to another one (40001, 40P01, P2034).
 */
const UNAVAILABLE =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08...|53...|57P..|57014|25P03|40001|40P01|P1001|P1002|P1008|P1017|P1018|P2024|P2028|P2034|P2037)$/;
const UNAVAILABLE_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Can't reach database/i;

/** Prisma's codes for what PostgreSQL says and it has no name for; PostgreSQL's own code stands in the text. */
const WRAPPED = /^(P2010|P2039)$/;
const WRAPPED_CODE = /Code: `(\w{5})`/;

/** How Prisma and pg say that a row, or one that a row refers to (foreign_key_violation), is not there. */
const GONE = /^(P2025|P2003|23503)$/;

function codeOf(thrown: Error): string {
  const code = 'code' in thrown ? String(thrown.code) : '';
  return WRAPPED.test(code) ? (WRAPPED_CODE.exec(thrown.message)?.[1] ?? code) : code;
}

/** Whether a dependency was away: the same again later may work. */
export function isUnavailable(thrown: unknown, depth = 0): boolean {
  if (!(thrown instanceof Error) || depth > 4) return false;
  if (UNAVAILABLE.test(codeOf(thrown)) || UNAVAILABLE_TEXT.test(thrown.message)) return true;
  return isUnavailable(thrown.cause, depth + 1);
}

/**
 * Turns whatever was thrown into an expected failure. A bug is logged here, once, and becomes `internal`: its text never
 * leaves the server.
 */
export function mapFailure(thrown: unknown, log: Logger): AppError {
  if (thrown instanceof AppError) {
    if (thrown.code === 'unavailable' && thrown.cause !== undefined) log.warn({ err: thrown }, 'a part of the service is away');
    return thrown;
  }
  if (isUnavailable(thrown)) {
    log.warn({ err: thrown }, 'a dependency is away');
    return new AppError('unavailable', 'A part of the service is away. Try again in a moment.', {
      retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS,
      cause: thrown,
    });
  }
  if (thrown instanceof Error && GONE.test(codeOf(thrown))) {
    // Use-cases look before they write; only somebody else's deletion comes in between.
    log.info({ err: thrown }, 'what was there a moment ago is gone');
    return new AppError('not_found', 'It was deleted just now.', { cause: thrown });
  }
  log.error({ err: thrown }, 'unexpected failure');
  return new AppError('internal', 'Something tripped backstage. Nothing you wrote is lost.', { cause: thrown });
}
