import { randomBytes, randomUUID } from 'node:crypto';
import { expectSuccess } from './expectations.ts';
import { type Call, createCall } from './http.ts';
import { type Line, type LineOptions, openLine } from './lines.ts';
import type { Chatroom, Page, SignedIn, Space, User } from './shapes.ts';

/** Somebody with an account, signed in. */
export type Person = {
  id: string;
  username: string;
  password: string;
  user: User;
  token: string;
  refreshToken: string;
  /** Calls with this person's token. */
  call: Call;
  chat: () => Promise<Line>;
  /** A connection to the world of a space. */
  world: (spaceId: string) => Promise<Line>;
};

/** The system as an outside client has it: an address, and what follows from it. */
export type Wire = {
  baseUrl: string;
  /** Calls without a token. */
  call: Call;
  open: (options: LineOptions) => Promise<Line>;
  person: (fields?: { username?: string; displayName?: string }) => Promise<Person>;
  /** The one admin of the installation. */
  admin: () => Promise<Person>;
  space: (owner: Person, fields?: Record<string, unknown>) => Promise<{ space: Space; general: Chatroom }>;
  closeAll: () => void;
};

export const freshName = (): string => `wire-${randomBytes(6).toString('hex')}`;
export const freshPassword = (): string => `quiet-harbour-${randomBytes(6).toString('hex')}`;
export const freshId = (): string => randomUUID();

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
/** Looks like a JWT, but where its claims ought to be there is no JSON. */
export const UNREADABLE_TOKEN = `${base64url('{"alg":"ES256","typ":"JWT","kid":"made-up"}')}.${base64url('{"sub":')}.AAAA`;

const ADMIN_PASSWORD = 'lantern-over-the-river-9';

export function createWire({ baseUrl, adminName }: { baseUrl: string; adminName: string }): Wire {
  const call = createCall(baseUrl);
  const lines: Line[] = [];

  const open = async (options: LineOptions): Promise<Line> => {
    const line = await openLine(baseUrl, options);
    lines.push(line);
    return line;
  };
  const personOf = ({ user, accessToken, refreshToken = '' }: SignedIn, password: string): Person => ({
    id: user.id,
    username: user.username,
    password,
    user,
    token: accessToken,
    refreshToken,
    call: createCall(baseUrl, accessToken),
    chat: () => open({ path: '/socket/chat', auth: { token: accessToken } }),
    world: (spaceId) => open({ path: '/socket/world', query: { spaceId }, auth: { token: accessToken } }),
  });
  const person = async (fields: { username?: string; displayName?: string } = {}): Promise<Person> => {
    const password = freshPassword();
    const body = { username: freshName(), password, refresh: 'body', ...fields };
    return personOf(expectSuccess(await call<SignedIn>('POST /api/v1/signup', { body }), 201), password);
  };
  const signInAdmin = async (): Promise<Person> => {
    const body = { username: adminName, password: ADMIN_PASSWORD, refresh: 'body' };
    const signedUp = await call<SignedIn>('POST /api/v1/signup', { body });
    const answer = signedUp.status === 201 ? signedUp : await call<SignedIn>('POST /api/v1/login', { body });
    return personOf(answer.body, ADMIN_PASSWORD);
  };
  let admin: Promise<Person> | undefined;

  return {
    baseUrl,
    call,
    open,
    person,
    admin: () => (admin ??= signInAdmin()),
    space: async (owner, fields = {}) => {
      const made = await owner.call<Space>('POST /api/v1/spaces', { body: { name: freshName(), width: 20, height: 20, ...fields } });
      const space = expectSuccess(made, 201);
      const rooms = await owner.call<Page<Chatroom>>('GET /api/v1/spaces/:id/chatrooms', { params: { id: space.id } });
      const general = expectSuccess(rooms).items.find((room) => room.name === 'general');
      if (!general) throw new Error('a new space has no room general');
      return { space, general };
    },
    closeAll: () => {
      for (const line of lines) line.close();
    },
  };
}
