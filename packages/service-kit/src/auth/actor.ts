import type { Role } from '@metaverse/contracts';

/** Who acts: the person behind a verified access token. */
export type Actor = {
  userId: string;
  role: Role;
  sessionId: string;
  /** End of the token, in milliseconds since 1970. */ expiresAtMs: number;
};

/** What the database knows of a live session. */
export type LoadSession = (sessionId: string) => Promise<{ userId: string; role: Role } | null>;

/** Turns an access token into its actor; throws `unauthenticated` or `token_expired`. */
export type Authenticate = (token: string | undefined) => Promise<Actor>;
