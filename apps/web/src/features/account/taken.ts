import { ApiError } from '@metaverse/client';

/** What of a new account belongs to somebody already. */
export type Taken = { field: 'email' } | { field: 'username'; suggestions: readonly string[] };

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** Reads a refused sign-up; undefined when it was refused for something else. */
export function takenOf(error: unknown): Taken | undefined {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return undefined;
  const { details } = error;
  if (typeof details !== 'object' || details === null || !('field' in details)) return { field: 'username', suggestions: [] };
  if (details.field === 'email') return { field: 'email' };
  return { field: 'username', suggestions: 'suggestions' in details ? textsOf(details.suggestions) : [] };
}
