export type SharedToken = { accessToken: string; expiresInSeconds: number };

/** How several holders of one session, such as the tabs of a browser, renew its token without hindering each other. */
export type TokenCoordination = {
  /** Runs one at a time over all of them. */
  exclusively: <T>(run: () => Promise<T>) => Promise<T>;
  /** Tells the others of a new token, or of the end of the session. */
  announce: (token: SharedToken | null) => void;
  onAnnounced: (listener: (token: SharedToken | null) => void) => void;
};

/** For who holds a session alone: bots, tests. */
export const aloneCoordination: TokenCoordination = {
  exclusively: (run) => run(),
  announce: () => undefined,
  onAnnounced: () => undefined,
};

const isSharedToken = (value: unknown): value is SharedToken =>
  typeof value === 'object' && value !== null && 'accessToken' in value && 'expiresInSeconds' in value;

/**
 * Coordination between the tabs of one browser, by Web Locks and a BroadcastChannel.
 * Pages on plain http other than localhost have no locks: there every tab renews for itself.
 */
export function createTabCoordination(name: string): TokenCoordination {
  const channel = new BroadcastChannel(name);
  // Typed as always there, but missing outside of secure contexts.
  const locks = navigator.locks as LockManager | undefined;

  return {
    exclusively: async (run) => (locks === undefined ? run() : await locks.request(name, run)),
    announce: (token) => {
      channel.postMessage(token);
    },
    onAnnounced: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data === null || isSharedToken(data)) listener(data);
      });
    },
  };
}
