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

/** What is used of the browser's `LockManager`, whose type programs without the DOM do not know. */
type Locks = { request: <T>(name: string, run: () => Promise<T>) => Promise<T> };

/**
 * Coordination between the tabs of one browser, by Web Locks and a BroadcastChannel.
 * Pages on plain http other than localhost have no locks: there every tab renews for itself.
 */
export function createTabCoordination(name: string): TokenCoordination {
  const channel = new BroadcastChannel(name);
  // Missing outside of secure contexts, whatever the types say.
  const { locks } = navigator as unknown as { locks?: Locks };

  const listeners = new Set<(token: SharedToken | null) => void>();
  channel.onmessage = ({ data }: { data: unknown }) => {
    if (data !== null && !isSharedToken(data)) return;
    for (const listener of listeners) listener(data);
  };

  return {
    exclusively: async (run) => (locks === undefined ? run() : await locks.request(name, run)),
    announce: (token) => {
      channel.postMessage(token);
    },
    onAnnounced: (listener) => {
      listeners.add(listener);
    },
  };
}
