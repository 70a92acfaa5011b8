import { emptyGround } from '@metaverse/art';
import type { Ground, MapPlacement, SpaceDraft } from '@metaverse/contracts';
import { newId, type Tx } from '@metaverse/db';
import { notFound } from '@metaverse/service-kit';

/** Sides of an empty space that nobody gave a size, in tiles: a room for a dozen people. */
const DEFAULT_WIDTH = 24;
const DEFAULT_HEIGHT = 16;

type Wanted = Pick<SpaceDraft, 'mapId' | 'width' | 'height'>;
type SpacePlan = { mapId: string | null; width: number; height: number; ground: Ground; placements: readonly MapPlacement[] };

/** What a space is to consist of: a map, which decides its size, or an empty floor. Throws `not_found` for a map that is not there. */
export async function planOf(tx: Tx, { mapId, width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT }: Wanted): Promise<SpacePlan> {
  if (mapId === undefined) return { mapId: null, width, height, ground: emptyGround(width, height), placements: [] };

  const map = await tx.map.findUnique({ where: { id: mapId } });
  if (!map) throw notFound('map');
  // Maps are written through the contracts' schemas only.
  return { ...map, mapId: map.id, ground: map.ground as Ground, placements: map.placements as MapPlacement[] };
}

/** Puts what stands on a map into a space. */
export async function insertPlacements(tx: Tx, spaceId: string, placements: readonly MapPlacement[]): Promise<void> {
  const names = [...new Set(placements.map(({ piece }) => piece))];
  const elements = await tx.element.findMany({ where: { piece: { in: names } }, select: { id: true, piece: true } });
  const idOf = new Map(elements.map(({ id, piece }) => [piece, id]));
  await tx.placement.createMany({
    // A map may name what the catalogue no longer has; the rest of it is still worth having.
    data: placements.flatMap(({ piece, ...at }) => {
      const elementId = idOf.get(piece);
      return elementId ? [{ id: newId(), spaceId, elementId, ...at }] : [];
    }),
  });
}
