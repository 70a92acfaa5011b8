import { type Me, type MePatch, Settings } from '@metaverse/contracts';
import { type Db, Prisma, type Tx } from '@metaverse/db';
import { type Actor, notFound } from '@metaverse/service-kit';
import { loadMe } from './load-me.ts';

/** Changes one's own record; settings that are not sent stay. Throws `not_found` for an avatar that the catalogue does not have. */
export function updateMe(db: Db, actor: Actor, patch: MePatch): Promise<Me> {
  return db.transaction(async (tx) => {
    const data: Prisma.UserUncheckedUpdateInput = {
      ...(patch.displayName === undefined ? {} : { displayName: patch.displayName }),
      ...(patch.statusText === undefined ? {} : { statusText: patch.statusText }),
      ...(patch.settings === undefined ? {} : { settings: await mergedSettings(tx, actor, patch.settings) }),
      ...(await appearance(tx, patch)),
    };
    await tx.user.update({ where: { id: actor.userId }, data });
    return loadMe(tx, actor.userId);
  });
}

async function mergedSettings(tx: Tx, actor: Actor, settings: Settings): Promise<Prisma.InputJsonObject> {
  const { settings: stored } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { settings: true } });
  return { ...Settings.parse(stored), ...settings };
}

/** Who chooses an avatar looks like it; a look of one's own is kept only when it comes along. */
async function appearance(tx: Tx, { avatar, avatarId }: MePatch): Promise<Prisma.UserUncheckedUpdateInput> {
  const chosen = avatar ?? (avatarId === undefined ? undefined : { id: avatarId });
  if (!chosen) return {};
  if (chosen.id && !(await tx.avatar.findUnique({ where: { id: chosen.id }, select: { id: true } }))) throw notFound('avatar');

  const look = 'look' in chosen ? chosen.look : undefined;
  return {
    ...(chosen.id === undefined ? {} : { avatarId: chosen.id }),
    ...(look === undefined && chosen.id === undefined ? {} : { look: look ?? Prisma.DbNull }),
  };
}
