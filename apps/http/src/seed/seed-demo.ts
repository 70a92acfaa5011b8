import { randomBytes } from 'node:crypto';
import { type Db, newId, type Tx } from '@metaverse/db';
import { createPasswordHasher } from '../features/accounts/password-hasher.ts';
import { insertSpace } from '../features/spaces/create-space.ts';

export type DemoAccount = { username: string; password: string };

const OWNER = { username: 'nora', displayName: 'Nora', avatar: 'ines' };
const VISITOR = { username: 'theo', displayName: 'Theo', avatar: 'dele' };
const SPACE = { name: 'Lantern House', description: 'An office with rooms to meet, a kitchen to linger in, and lamps that stay on.' };
const MAP_KEY = 'office';
/** 96 random bits. */
const PASSWORD_BYTES = 12;

/**
 * Two accounts and a furnished space for somebody who looks around, only where nobody has signed up yet. The passwords
 * are random and given back this once. Needs the catalogue. For development on loopback.
 * @returns the accounts it made, none when there is somebody already.
 */
export async function seedDemo(db: Db): Promise<DemoAccount[]> {
  if ((await db.prisma.user.count()) > 0) return [];

  const hasher = createPasswordHasher();
  const accounts = await Promise.all(
    [OWNER, VISITOR].map(async (person) => {
      const password = randomBytes(PASSWORD_BYTES).toString('base64url');
      return { ...person, password, passwordHash: await hasher.hash(password) };
    }),
  );
  await db.transaction(async (tx) => {
    const [ownerId] = await Promise.all(accounts.map((account) => insertAccount(tx, account)));
    const map = await tx.map.findUnique({ where: { key: MAP_KEY }, select: { id: true } });
    if (!ownerId || !map) throw new Error(`the catalogue has no map ${MAP_KEY}: seed it first`);
    await insertSpace(tx, { ownerId, draft: { ...SPACE, mapId: map.id }, requestId: undefined });
  });
  return accounts.map(({ username, password }) => ({ username, password }));
}

type NewAccount = typeof OWNER & { passwordHash: string };

async function insertAccount(tx: Tx, { username, displayName, avatar, passwordHash }: NewAccount): Promise<string> {
  const look = await tx.avatar.findUnique({ where: { key: avatar }, select: { id: true } });
  const { id } = await tx.user.create({
    data: { id: newId(), username, usernameKey: username, displayName, passwordHash, avatarId: look?.id ?? null },
  });
  return id;
}
