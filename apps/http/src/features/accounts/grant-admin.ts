import type { Tx } from '@metaverse/db';

/** Makes a person an admin; granting again changes nothing. @returns their name as they write it, undefined when nobody has it. */
export async function grantAdmin(db: Tx, username: string): Promise<string | undefined> {
  const usernameKey = username.toLowerCase();
  const { count } = await db.user.updateMany({ where: { usernameKey }, data: { role: 'admin' } });
  if (count === 0) return undefined;
  const user = await db.user.findUnique({ where: { usernameKey }, select: { username: true } });
  return user?.username;
}

/** On a start: the person that the operator named, if they have signed up and nobody is an admin yet. */
export async function grantFirstAdmin(db: Tx, username: string | undefined): Promise<string | undefined> {
  if (username === undefined || (await db.user.count({ where: { role: 'admin' } })) > 0) return undefined;
  return grantAdmin(db, username);
}
