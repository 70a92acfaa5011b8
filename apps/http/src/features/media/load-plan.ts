import type { MapPlan } from '@metaverse/art';
import { type Ground, type MapPlacement, Rotation } from '@metaverse/contracts';
import type { Tx } from '@metaverse/db';

// Grounds and the placements of maps are stored as JSON that was written through the contracts' schemas only.

/** What a template looks like; undefined when there is none. */
export async function loadMapPlan(db: Tx, mapId: string): Promise<MapPlan | undefined> {
  const map = await db.map.findUnique({ where: { id: mapId } });
  if (!map) return undefined;
  const { width, height } = map;
  return { width, height, ground: map.ground as Ground, placements: map.placements as MapPlacement[] };
}

export type SpacePlan = { plan: MapPlan; mapVersion: number };

/** What a space looks like now, as far as it is drawn: elements that only have an image are left out. */
export async function loadSpacePlan(db: Tx, spaceId: string): Promise<SpacePlan | undefined> {
  const space = await db.space.findUnique({ where: { id: spaceId } });
  if (!space) return undefined;
  const rows = await db.placement.findMany({
    where: { spaceId, element: { piece: { not: null } } },
    include: { element: { select: { piece: true } } },
    orderBy: { id: 'asc' },
  });
  const placements = rows.map(({ element, x, y, rotation, layer, dx, dy }) => ({
    piece: element.piece ?? '',
    x,
    y,
    rotation: Rotation.parse(rotation),
    layer,
    dx,
    dy,
  }));
  const { width, height, mapVersion } = space;
  return { plan: { width, height, ground: space.ground as Ground, placements }, mapVersion };
}
