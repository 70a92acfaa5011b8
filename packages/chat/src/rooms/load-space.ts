import type { Tx } from '@metaverse/db';
import { type Actor, notFound } from '@metaverse/service-kit';
import { canSeeSpace, type SpaceStanding } from './rooms.policy.ts';

/** Where the actor stands towards a space. Throws `not_found` for what is not there or not to be seen. */
export async function loadSpaceStanding(db: Tx, actor: Pick<Actor, 'userId'>, spaceId: string): Promise<SpaceStanding> {
  const space = await db.space.findUnique({
    where: { id: spaceId },
    select: { visibility: true, members: { where: { userId: actor.userId }, select: { role: true } } },
  });
  if (!space) throw notFound('space');
  const standing = { visibility: space.visibility, spaceRole: space.members[0]?.role ?? null };
  if (!canSeeSpace(standing)) throw notFound('space');
  return standing;
}
