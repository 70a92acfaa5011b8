import type { Prisma, Tx } from '@metaverse/db';
import { type Actor, notFound } from '@metaverse/service-kit';
import { canSee, type Standing } from './spaces.policy.ts';

export type SpaceRow = Prisma.SpaceModel;
export type SpaceOfActor = { space: SpaceRow; standing: Standing };

/** A space with where the actor stands towards it. Throws `not_found` for what is not there or not to be seen. */
export async function loadSpace(db: Tx, actor: Actor, spaceId: string): Promise<SpaceOfActor> {
  const found = await db.space.findUnique({ where: { id: spaceId }, include: { members: { where: { userId: actor.userId } } } });
  if (!found) throw notFound('space');

  const { members, ...space } = found;
  const standing: Standing = { role: actor.role, visibility: space.visibility, spaceRole: members[0]?.role ?? null };
  if (!canSee(standing)) throw notFound('space');
  return { space, standing };
}

/**
 * The same inside a transaction, which no other change of the space or entrance into its rooms runs beside: what is read here
 * still holds when it commits.
 */
export async function loadSpaceToChange(tx: Tx, actor: Actor, spaceId: string): Promise<SpaceOfActor> {
  await tx.$queryRaw`SELECT 1 FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`;
  return loadSpace(tx, actor, spaceId);
}
