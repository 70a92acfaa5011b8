import { z } from 'zod';

import { DisplayName, Email, Me, MePatch, Password, Role, Username } from '../entities/user.ts';
import { Id, Timestamp } from '../primitives.ts';
import { EMAIL_MAX } from '../sizes.ts';
import { defineRoutes } from './route-contract.ts';

/** `body` returns the refresh token in the answer, for clients that keep no cookies. */
const RefreshDelivery = z.enum(['cookie', 'body']).optional();

/** Without a username, `name` is what others see. */
const withNameAsDisplayName = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'name' in body && !('username' in body) ? { displayName: body.name, ...body } : body;

/** Who gives an e-mail address and a name may leave the username to the server. */
export const SignUp = z.preprocess(
  withNameAsDisplayName,
  z
    .object({
      username: Username.optional(),
      password: Password,
      email: Email.optional(),
      displayName: DisplayName.optional(),
      refresh: RefreshDelivery,
    })
    .refine(({ username, email, displayName }) => username !== undefined || (email !== undefined && displayName !== undefined), {
      message: 'is required, or email and name are',
      path: ['username'],
      // Beside what else is wrong, not only once that is mended.
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
);
export type SignUp = z.infer<typeof SignUp>;

/** `email` is read as the username, which may be an e-mail address itself. */
const withEmailAsName = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'email' in body && !('username' in body) ? { ...body, username: body.email } : body;

export const LogIn = z.preprocess(
  withEmailAsName,
  // Any string may be tried: what is no valid name or password is simply a wrong one.
  z.object({ username: z.string().min(1).max(EMAIL_MAX), password: z.string().min(1).max(1_000), refresh: RefreshDelivery }),
);
export type LogIn = z.infer<typeof LogIn>;

const Tokens = z.object({ accessToken: z.string(), expiresInSeconds: z.int(), refreshToken: z.string().optional() });

/** Answer of sign-up and log-in. */
export const SignedIn = Tokens.extend({ user: Me }).meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

export const Refreshed = Tokens.meta({ id: 'Refreshed' });
export type Refreshed = z.infer<typeof Refreshed>;

export const TokenFacts = z.object({ userId: Id, role: Role, expiresAt: Timestamp }).meta({ id: 'TokenFacts' });

export const accountRoutes = defineRoutes({
  signUp: {
    method: 'post',
    path: '/api/v1/signup',
    summary: 'Make an account and sign in',
    tag: 'accounts',
    access: 'anyone',
    body: SignUp,
    success: SignedIn,
    status: 201,
    alsoFails: [409],
  },
  logIn: {
    method: 'post',
    path: '/api/v1/login',
    summary: 'Sign in with username or e-mail and password',
    tag: 'accounts',
    access: 'anyone',
    body: LogIn,
    success: SignedIn,
    status: 200,
    alsoFails: [401],
  },
  refresh: {
    method: 'post',
    path: '/api/v1/refresh',
    summary: 'Exchange the refresh token for a new pair',
    tag: 'accounts',
    access: 'anyone',
    body: z.object({ refreshToken: z.string().max(500).optional() }).optional(),
    success: Refreshed,
    status: 200,
    alsoFails: [401],
  },
  logOut: {
    method: 'post',
    path: '/api/v1/logout',
    summary: 'End this session, or every one of the person',
    tag: 'accounts',
    access: 'user',
    query: z.object({ everywhere: z.stringbool().optional() }),
    success: null,
    status: 204,
  },
  validateToken: {
    method: 'get',
    path: '/auth/validate',
    summary: 'Facts of the token sent',
    tag: 'accounts',
    access: 'user',
    success: TokenFacts,
    status: 200,
  },
  getMe: { method: 'get', path: '/api/v1/me', summary: 'Own record', tag: 'accounts', access: 'user', success: Me, status: 200 },
  updateMe: {
    method: 'patch',
    path: '/api/v1/me',
    summary: 'Change own record',
    tag: 'accounts',
    access: 'user',
    body: MePatch,
    success: Me,
    status: 200,
  },
});
