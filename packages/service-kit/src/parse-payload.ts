import type { InvalidDetail } from '@metaverse/contracts';
import type { z } from 'zod';
import { AppError } from './app-error.ts';

/** What a client sent, read by its schema. Throws `invalid_payload` with every fault of it. */
export function parsePayload<S extends z.ZodType>(schema: S, sent: unknown): z.output<S> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const details = detailsOf(parsed.error);
  const first = details[0];
  const message = first ? `${first.path || 'The payload'}: ${first.message}.` : 'The payload is not valid.';
  throw new AppError('invalid_payload', message, { details, cause: parsed.error });
}

const detailsOf = (error: z.ZodError): InvalidDetail[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
