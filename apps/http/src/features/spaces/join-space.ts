import type { Space } from '@metaverse/contracts';
import { insertOutbox } from '@metaverse/db';
import { type Actor, forbidden, outgoingEvent } from '@metaverse/service-kit';
import { loadSpace } from './load-space.ts';
import { type ViewDeps, viewSpace } from './space-views.ts';
import { canJoin } from './spaces.policy.ts';

/** Makes the actor a member; joining again changes nothing. Throws `not_found`, `forbidden`. */
export async function joinSpace(deps: ViewDeps, actor: Actor, input: { spaceId: string; requestId: string }): Promise<Space> {
  const { space, standing } = await loadSpace(deps.db.prisma, actor, input.spaceId);
  if (!canJoin(standing)) throw forbidden('A private space is joined by invitation.');

  const payload = { userId: actor.userId, spaceId: space.id };
  await deps.db.transaction(async (tx) => {
    const { count } = await tx.spaceMember.createMany({ data: [payload], skipDuplicates: true });
    const origin = { key: actor.userId, producer: 'http', correlationId: input.requestId };
    if (count > 0) await insertOutbox(tx, [outgoingEvent('user-events', { type: 'space.joined', payload }, origin)]);
  });
  return viewSpace(deps, actor, space);
}
