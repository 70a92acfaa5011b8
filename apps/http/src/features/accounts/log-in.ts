import type { LogIn } from '@metaverse/contracts';
import { type Db, insertOutbox, type Prisma } from '@metaverse/db';
import { outgoingEvent, type RateLimit, unauthenticated } from '@metaverse/service-kit';
import type { PasswordHasher } from './password-hasher.ts';
import { type Client, startSession, type StartedSession } from './start-session.ts';

type Deps = { db: Db; hasher: PasswordHasher; failures: { perName: RateLimit; perAddress: RateLimit } };
type Request = { client: Client; address: string; requestId: string };

/** Signs in by username or e-mail. An unknown name and a wrong password get the same answer after the same time: `unauthenticated`. */
export async function logIn(deps: Deps, { username, password }: LogIn, request: Request): Promise<StartedSession & { userId: string }> {
  const name = username.toLowerCase();
  const nameAndAddress = `${name}@${request.address}`;
  const { perName, perAddress } = deps.failures;

  const user = await findByName(deps.db, name);
  const isRight = await deps.hasher.verify(password, {
    hash: user?.passwordHash,
    // Asked when its turn has come: a hundred tries at once are counted like a hundred in a row.
    before: async () => {
      await perAddress.check(request.address);
      await perName.check(nameAndAddress);
    },
  });

  if (!user || !isRight) {
    await perAddress.take(request.address);
    await perName.take(nameAndAddress);
    throw unauthenticated('This name and password do not belong together.');
  }

  return deps.db.transaction(async (tx) => {
    const session = await startSession(tx, { userId: user.id, client: request.client });
    const payload = { userId: user.id, sessionId: session.sessionId };
    const origin = { key: user.id, producer: 'http', correlationId: request.requestId };
    await insertOutbox(tx, [outgoingEvent('user-events', { type: 'user.logged-in', payload }, origin)]);
    return { ...session, userId: user.id };
  });
}

/** Usernames hold no @, so one text is never the name of one person and the address of another. */
async function findByName(db: Db, name: string): Promise<Prisma.UserModel | null> {
  // PostgreSQL stores no NUL, so nobody is called that.
  if (name.includes('\u0000')) return null;
  return db.prisma.user.findFirst({ where: { OR: [{ usernameKey: name }, { emailKey: name }] } });
}
