import { ApiError } from './api-error.ts';
import { aloneCoordination, type SharedToken, type TokenCoordination } from './coordination.ts';
import { subjectOf } from './subject-of.ts';

/** A token that ends sooner than this is renewed before it is used. */
const RENEW_BEFORE_END_MS = 20_000;

type Grant = { accessToken: string; expiresInSeconds: number; refreshToken?: string | undefined };

/** Remembers beyond this page that somebody is signed in, so that a first visit asks for nothing. */
export type SessionHint = { read: () => boolean; write: (isSignedIn: boolean) => void };

export type TokensOptions = {
  /** Exchanges the refresh token (in `body` delivery; cookies travel by themselves) for a new pair. */
  exchange: (refreshToken: string | undefined) => Promise<Grant>;
  coordination?: TokenCoordination;
  hint?: SessionHint;
  /** Milliseconds; the default is the machine's clock. */
  now?: () => number;
};

export type Tokens = {
  /** A usable access token, renewed where needed. Rejects with `unauthenticated` when there is no session. */
  get: () => Promise<string>;
  /** A token other than `spent`; however many ask, one request is made. */
  renew: (spent?: string) => Promise<string>;
  /** Takes the answer of a sign-up, log-in or refresh. */
  accept: (grant: Grant) => void;
  /** Forgets everything, in every tab. */
  clear: () => void;
  /** Id of the person whose token is held, or null. */
  userId: () => string | null;
  /** Tells whenever another person, or nobody, is signed in. Returns how to stop. */
  onPersonChanged: (listener: (userId: string | null) => void) => () => void;
};

const unauthenticated = (): ApiError => new ApiError({ code: 'unauthenticated', message: 'Nobody is signed in', status: 401 });

type Held = { accessToken: string; endsAt: number; userId: string | null };

const toHeld = ({ accessToken, expiresInSeconds }: SharedToken, nowMs: number): Held => ({
  accessToken,
  endsAt: nowMs + expiresInSeconds * 1_000,
  userId: subjectOf(accessToken),
});

/** Keeps the access token in memory and renews it, one request at a time over all tabs. */
export function createTokens(options: TokensOptions): Tokens {
  const { exchange, hint, coordination = aloneCoordination, now = () => Date.now() } = options;
  const listeners = new Set<(userId: string | null) => void>();
  let held: Held | null = null;
  let refreshToken: string | undefined;
  let renewal: Promise<string> | null = null;

  const hold = (token: SharedToken | null): void => {
    const before = held?.userId ?? null;
    held = token && toHeld(token, now());
    hint?.write(held !== null);
    const after = held?.userId ?? null;
    if (after !== before) for (const listener of listeners) listener(after);
  };

  const accept = (grant: Grant): void => {
    refreshToken = grant.refreshToken ?? refreshToken;
    const token = { accessToken: grant.accessToken, expiresInSeconds: grant.expiresInSeconds };
    hold(token);
    coordination.announce(token);
  };

  const clear = (): void => {
    refreshToken = undefined;
    hold(null);
    coordination.announce(null);
  };

  const exchangeOnce = async (spent: string | undefined): Promise<string> => {
    // Another tab may have renewed it while this one waited for its turn.
    if (held !== null && held.accessToken !== spent) return held.accessToken;
    try {
      const grant = await exchange(refreshToken);
      accept(grant);
      return grant.accessToken;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) clear();
      throw error;
    }
  };

  const renew = (spent = held?.accessToken): Promise<string> => {
    renewal ??= coordination.exclusively(() => exchangeOnce(spent)).finally(() => (renewal = null));
    return renewal;
  };

  const get = async (): Promise<string> => {
    if (held !== null && held.endsAt - now() > RENEW_BEFORE_END_MS) return held.accessToken;
    if (held === null && refreshToken === undefined && hint?.read() === false) throw unauthenticated();
    return renew();
  };

  coordination.onAnnounced(hold);

  return {
    get,
    renew,
    accept,
    clear,
    userId: () => held?.userId ?? null,
    onPersonChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
