import { seedCatalogue } from '@metaverse/db';
import { createTestDatabase, makeUser } from '@metaverse/test-kit';
import bcrypt from 'bcrypt';
import { expect, it } from 'vitest';
import { drawnCatalogue } from './catalogue.ts';
import { seedDemo } from './seed-demo.ts';

it('makes two accounts and a furnished space once, with passwords that work', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await seedCatalogue(db, drawnCatalogue());

  const accounts = await seedDemo(db);
  expect(accounts).toHaveLength(2);
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(2);
  for (const { username, password } of accounts) {
    const user = await db.prisma.user.findUniqueOrThrow({ where: { usernameKey: username } });
    expect(await bcrypt.compare(password, user.passwordHash)).toBe(true);
    expect(user.role).toBe('user');
    expect(user.avatarId).not.toBeNull();
  }
  const [space] = await db.prisma.space.findMany({ include: { placements: true, members: true, chatrooms: true } });
  expect(space).toMatchObject({
    name: 'Lantern House',
    visibility: 'public',
    members: [{ role: 'owner' }],
    chatrooms: [{ kind: 'general' }],
  });
  expect(space?.placements.length).toBeGreaterThan(100);

  expect(await seedDemo(db)).toEqual([]);
  expect(await db.prisma.space.count()).toBe(1);
  await database.stop();
});

it('stays away where somebody has signed up', async () => {
  const database = await createTestDatabase();
  await seedCatalogue(database.db, drawnCatalogue());
  await makeUser(database.db.prisma);
  expect(await seedDemo(database.db)).toEqual([]);
  expect(await database.db.prisma.space.count()).toBe(0);
  await database.stop();
});
