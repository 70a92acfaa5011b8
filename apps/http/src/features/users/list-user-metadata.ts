import { presentUserSummary, summarySelect } from '@metaverse/chat';
import type { UserMetadata } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';

/** Names and avatars of several people, in the order asked for; unknown ids are left out. */
export async function listUserMetadata(db: Tx, ids: readonly string[]): Promise<UserMetadata[]> {
  const wanted = [...new Set(ids)];
  const users = await db.user.findMany({ where: { id: { in: wanted } }, select: summarySelect });
  const byId = new Map(users.map((user) => [user.id, presentUserSummary(user)]));
  return wanted.flatMap((id) => {
    const found = byId.get(id);
    return found ? [{ userId: found.id, username: found.username, displayName: found.displayName, avatar: found.avatar }] : [];
  });
}
