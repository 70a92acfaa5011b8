import { ApiError, createStore, type Api, type SessionHint, type Store, type Tokens } from '@metaverse/client';

/** Whether somebody is signed in at this browser, and if not, why. */
export type Session =
  /** Somebody was, the last time this browser was here. */
  | { kind: 'unknown' }
  | { kind: 'in'; userId: string }
  /** `new`: nobody was; `left`: signed out here; `ended`: expired, or ended elsewhere. */
  | { kind: 'out'; why: 'new' | 'left' | 'ended' }
  | { kind: 'unreachable' };

export type SessionStore = Store<Session> & {
  /** Finds out what `unknown` and `unreachable` are; does nothing otherwise. */
  restore(): Promise<void>;
  /** Signs out, here or at every device. Rejects with `ApiError` when the server could not be told. */
  leave(options?: { isEverywhere?: boolean }): Promise<void>;
};

export type SessionDeps = { api: Pick<Api, 'logOut'>; tokens: Pick<Tokens, 'get' | 'clear' | 'onPersonChanged'>; hint: SessionHint };

const isRefused = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

/** Follows the tokens: whoever they name is signed in. */
export function createSession({ api, tokens, hint }: SessionDeps): SessionStore {
  const store = createStore<Session>(hint.read() ? { kind: 'unknown' } : { kind: 'out', why: 'new' });
  let isLeaving = false;

  tokens.onPersonChanged((userId) => {
    store.update(() => (userId === null ? { kind: 'out', why: isLeaving ? 'left' : 'ended' } : { kind: 'in', userId }));
  });

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,

    async restore() {
      const { kind } = store.getSnapshot();
      if (kind === 'in' || kind === 'out') return;
      try {
        await tokens.get();
      } catch (error) {
        store.update(() => (isRefused(error) ? { kind: 'out', why: 'ended' } : { kind: 'unreachable' }));
      }
    },

    async leave({ isEverywhere = false } = {}) {
      isLeaving = true;
      try {
        await api.logOut(isEverywhere ? { query: { everywhere: true } } : {});
      } catch (error) {
        // Refused means that the session was over already.
        if (!isRefused(error)) throw error;
        tokens.clear();
      } finally {
        isLeaving = false;
      }
    },
  };
}
