import { announceEnded, removeStrangers } from '@metaverse/chat';
import type { Space, SpacePatch } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';
import { type Actor, forbidden } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';
import { changeMap } from './change-map.ts';
import { loadSpaceToChange } from './load-space.ts';
import { type ViewDeps, viewSpace } from './space-views.ts';
import { canEdit } from './spaces.policy.ts';
import { putOutStrangers } from './tell-world.ts';

type Deps = ViewDeps & Pick<HttpDeps, 'chat' | 'sockets'>;

/**
 * Changes name, description, visibility or map. Who is no member leaves a space that is made private; said again of one that is,
 * it puts out whom it did not reach before. Throws `not_found`, `forbidden`, `invalid_payload`, and `unavailable` when all is stored but an
 * instance did not confirm.
 */
export async function updateSpace(deps: Deps, actor: Actor, input: { spaceId: string; patch: SpacePatch }): Promise<Space> {
  const closes = input.patch.visibility === 'private';
  const { updated, ended } = await deps.db.transaction(async (tx) => {
    const { space, standing } = await loadSpaceToChange(tx, actor, input.spaceId);
    if (!canEdit(standing)) throw forbidden('Only owner and admins of the space can change it.');

    const { name = space.name, description = space.description, visibility = space.visibility } = input.patch;
    await changeMap(tx, space, input.patch);
    return {
      updated: await tx.space.update({ where: { id: space.id }, data: { name, description, visibility } }),
      ended: closes ? await removeStrangers(tx, space.id) : [],
    };
  });

  if (closes) {
    putOutStrangers(deps.sockets, { spaceId: updated.id, memberIds: await memberIds(deps.db.prisma, updated.id) });
    await announceEnded(deps.chat, ended);
  }
  return viewSpace(deps, actor, updated);
}

async function memberIds(tx: Tx, spaceId: string): Promise<string[]> {
  const members = await tx.spaceMember.findMany({ where: { spaceId }, select: { userId: true } });
  return members.map(({ userId }) => userId);
}
