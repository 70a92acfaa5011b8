import type { Avatar, AvatarDraft } from '@metaverse/contracts';
import { newId, Prisma, type Tx } from '@metaverse/db';
import { presentAvatar } from './catalogue.presenter.ts';

/** Adds an avatar that people can choose: a look that is drawn, an image, or both. */
export async function createAvatar(db: Tx, { name, imageUrl, look }: AvatarDraft): Promise<Avatar> {
  const data = { id: newId(), name, imageUrl: imageUrl ?? null, look: look ?? Prisma.DbNull };
  return presentAvatar(await db.avatar.create({ data }));
}
