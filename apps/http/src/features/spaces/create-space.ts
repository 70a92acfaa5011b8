import { createGeneralRoom } from '@metaverse/chat';
import type { Space, SpaceDraft } from '@metaverse/contracts';
import { insertOutbox, newId, type Tx } from '@metaverse/db';
import { type Actor, outgoingEvent } from '@metaverse/service-kit';
import type { SpaceRow } from './load-space.ts';
import { insertPlacements, planOf } from './space-plan.ts';
import { type ViewDeps, viewSpace } from './space-views.ts';

type NewSpace = { ownerId: string; draft: SpaceDraft; requestId: string | undefined };

/** Makes a space from a map, which decides its size, or an empty one. Throws `not_found` for a map that is not there. */
export async function createSpace(deps: ViewDeps, actor: Actor, input: { draft: SpaceDraft; requestId: string }): Promise<Space> {
  const space = await deps.db.transaction((tx) => insertSpace(tx, { ownerId: actor.userId, ...input }));
  return viewSpace(deps, actor, space);
}

/** Stores a new space with its owner's membership, what stands in it, and the room `general`. */
export async function insertSpace(tx: Tx, { ownerId, draft, requestId }: NewSpace): Promise<SpaceRow> {
  const { mapId, width, height, ground, placements } = await planOf(tx, draft);
  const { name, description = '', visibility = 'public' } = draft;
  const spaceId = newId();

  const space = await tx.space.create({
    data: { id: spaceId, name, description, visibility, width, height, ownerId, mapId, ground },
  });
  await tx.spaceMember.create({ data: { spaceId, userId: ownerId, role: 'owner' } });
  await insertPlacements(tx, spaceId, placements);
  await createGeneralRoom(tx, { spaceId, ownerId });

  const joined = { type: 'space.joined', payload: { userId: ownerId, spaceId } } as const;
  await insertOutbox(tx, [outgoingEvent('user-events', joined, { key: ownerId, producer: 'http', correlationId: requestId })]);
  return space;
}
