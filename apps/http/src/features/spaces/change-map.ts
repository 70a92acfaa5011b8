import type { SpacePatch } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';
import { invalidPayload } from '@metaverse/service-kit';
import type { SpaceRow } from './load-space.ts';
import { insertPlacements, planOf } from './space-plan.ts';

/**
 * Replaces what a space consists of by another map, or by an empty floor of another size; what is as it was changes nothing.
 * game-state notices the new version and opens the space anew. Throws `not_found` for a map that is not there, and
 * `invalid_payload` for a size that is not the map's.
 */
export async function changeMap(tx: Tx, space: SpaceRow, patch: SpacePatch): Promise<void> {
  const { mapId = space.mapId, width = space.width, height = space.height } = patch;
  const isSameMap = mapId === space.mapId;
  const otherSide = width !== space.width ? 'width' : height !== space.height ? 'height' : null;
  if (isSameMap && otherSide === null) return;
  if (isSameMap && otherSide !== null && mapId !== null) throw invalidPayload(otherSide, 'is decided by the map of the space');

  const { placements, ...plan } = await planOf(tx, { mapId: mapId ?? undefined, width, height });
  await tx.space.update({
    where: { id: space.id },
    data: { mapId: plan.mapId, width: plan.width, height: plan.height, ground: plan.ground, mapVersion: { increment: 1 } },
  });
  await tx.placement.deleteMany({ where: { spaceId: space.id } });
  await insertPlacements(tx, space.id, placements);
}
