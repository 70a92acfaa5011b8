import type { SignUp } from '@metaverse/contracts';
import { type Db, insertOutbox, newId, Prisma, type Tx } from '@metaverse/db';
import { AppError, invalidPayload, outgoingEvent } from '@metaverse/service-kit';
import type { PasswordHasher } from './password-hasher.ts';
import { isEasilyGuessed } from './password-strength.ts';
import { type Client, startSession, type StartedSession } from './start-session.ts';
import { chooseUsername, suggestUsernames } from './suggest-usernames.ts';

type Deps = { db: Db; hasher: PasswordHasher; firstAdmin: string | undefined };
type Request = { client: Client; requestId: string };
/** What is signed up with, the username chosen where none was given. */
type NewAccount = SignUp & { username: string };

/** Makes an account and signs it in. Throws `invalid_payload` for a weak password, `conflict` for a name or address that is taken. */
export async function signUp(deps: Deps, sent: SignUp, request: Request): Promise<StartedSession & { userId: string }> {
  const input = await withUsername(deps.db.prisma, sent);
  if (isEasilyGuessed(input.password, [input.username, input.displayName, input.email])) {
    throw invalidPayload('password', 'is easily guessed, choose a longer or less usual one');
  }
  await refuseTaken(deps.db.prisma, input);
  const passwordHash = await deps.hasher.hash(input.password);

  try {
    return await deps.db.transaction((tx) => store(tx, { deps, input, passwordHash, request }));
  } catch (error) {
    // Somebody else took it while the password was being hashed.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') await refuseTaken(deps.db.prisma, input);
    throw error;
  }
}

/** The contract lets a username be missing only where there is an e-mail address. */
async function withUsername(tx: Tx, sent: SignUp): Promise<NewAccount> {
  const { username, email = '', displayName } = sent;
  return { ...sent, username: username ?? (await chooseUsername(tx, { email, displayName })) };
}

const emailKeyOf = (email: string | undefined): string | null => email?.toLowerCase() ?? null;

async function refuseTaken(tx: Tx, { username, displayName, email }: NewAccount): Promise<void> {
  const usernameKey = username.toLowerCase();
  const emailKey = emailKeyOf(email);
  const holders = await tx.user.findMany({
    where: { OR: [{ usernameKey }, ...(emailKey ? [{ emailKey }] : [])] },
    select: { usernameKey: true },
  });
  if (holders.length === 0) return;

  if (!holders.some((holder) => holder.usernameKey === usernameKey)) {
    throw new AppError('conflict', 'There is an account with this e-mail address already. Log in instead.', {
      details: { field: 'email' },
    });
  }
  const suggestions = await suggestUsernames(tx, username, displayName);
  const free = suggestions.length === 2 ? ` ${suggestions.join(' and ')} are free.` : '';
  throw new AppError('conflict', `"${username}" is taken.${free}`, { details: { field: 'username', suggestions } });
}

type Account = { deps: Deps; input: NewAccount; passwordHash: string; request: Request };

async function store(tx: Tx, { deps, input, passwordHash, request }: Account): Promise<StartedSession & { userId: string }> {
  const { username, email, displayName = username } = input;
  const userId = newId();
  const role = (await becomesAdmin(tx, username, deps.firstAdmin)) ? 'admin' : 'user';
  await tx.user.create({
    data: {
      id: userId,
      username,
      usernameKey: username.toLowerCase(),
      email: email ?? null,
      emailKey: emailKeyOf(email),
      displayName,
      passwordHash,
      role,
      avatarId: await anyAvatarId(tx),
    },
  });
  const session = await startSession(tx, { userId, client: request.client });
  const origin = { key: userId, producer: 'http', correlationId: request.requestId };
  await insertOutbox(tx, [outgoingEvent('user-events', { type: 'user.signed-up', payload: { userId, username } }, origin)]);
  return { ...session, userId };
}

/** The name that the operator announced becomes the first admin; once there is one, admins make admins. */
async function becomesAdmin(tx: Tx, username: string, firstAdmin: string | undefined): Promise<boolean> {
  if (username.toLowerCase() !== firstAdmin?.toLowerCase()) return false;
  return (await tx.user.count({ where: { role: 'admin' } })) === 0;
}

/** People start as somebody, and not all as the same. */
async function anyAvatarId(tx: Tx): Promise<string | null> {
  const [avatar] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM avatars WHERE key IS NOT NULL ORDER BY random() LIMIT 1`;
  return avatar?.id ?? null;
}
