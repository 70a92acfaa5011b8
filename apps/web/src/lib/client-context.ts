import type { Api, Tokens } from '@metaverse/client';
import { createContext, useContext } from 'react';

/** What speaks to the server in the name of the person at this browser. */
export type Client = { api: Api; tokens: Tokens };

export const ClientContext = createContext<Client | null>(null);

const useClient = (): Client => {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useApi and useTokens need a ClientContext above them');
  return client;
};

/** The HTTP API: `const api = useApi(); await api.listSpaces()`. */
export const useApi = (): Api => useClient().api;

/** The session's tokens, for sockets. */
export const useTokens = (): Tokens => useClient().tokens;
