import { ApiError, createApi, createTabCoordination } from '@metaverse/client';
import { QueryClient } from '@tanstack/react-query';
import { createSession, type SessionStore } from '../features/session/session.ts';
import { createSessionHint } from '../features/session/session-hint.ts';
import type { Client } from '../lib/client-context.ts';

/** How long an answer counts as fresh: coming back to a page within it asks for nothing. */
const FRESH_MS = 10_000;
const RETRIES = 2;

/** No answer, or a server that is not ready: the same question may be answered a moment later. */
const isPassing = (error: unknown): boolean => error instanceof ApiError && (error.code === 'network' || error.code === 'unavailable');

export type Composed = { client: Client; session: SessionStore; queryClient: QueryClient };

/** Makes what the whole app shares, once per page. */
export function compose(): Composed {
  const hint = createSessionHint(() => localStorage);
  const client = createApi({
    baseUrl: '',
    tokens: { hint, coordination: createTabCoordination('metaverse-session') },
    isChecked: import.meta.env.DEV,
  });
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: (count, error) => count < RETRIES && isPassing(error) } },
  });

  // What one person has seen is nothing for the next one at the same browser.
  client.tokens.onPersonChanged(() => {
    queryClient.clear();
  });
  return { client, queryClient, session: createSession({ ...client, hint }) };
}
