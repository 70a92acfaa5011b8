import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionStore } from './session.ts';

export const SessionContext = createContext<SessionStore | null>(null);

/** The store itself, for signing out and restoring. */
export const useSessionStore = (): SessionStore => {
  const store = useContext(SessionContext);
  if (!store) throw new Error('useSession needs a SessionContext above it');
  return store;
};

/** Whether somebody is signed in. */
export const useSession = (): Session => {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
};
