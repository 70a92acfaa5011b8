import { emptyGround } from '@metaverse/art';
import { createGeneralRoom } from '@metaverse/chat';
import type { Ground, MapPlacement, Space, SpaceDraft } from '@metaverse/contracts';
import { insertOutbox, newId, type Tx } from '@metaverse/db';
import { type Actor, notFound, outgoingEvent } from '@metaverse/service-kit';
import type { SpaceRow } from './load-space.ts';
import { type ViewDeps, viewSpace } from './space-views.ts';

/** Sides of an empty space that nobody gave a size, in tiles: a room for a dozen people. */
const DEFAULT_WIDTH = 24;
const DEFAULT_HEIGHT = 16;

type Plan = { mapId: string | null; width: number; height: number; ground: Ground; placements: readonly MapPlacement[] };
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

async function planOf(tx: Tx, { mapId, width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT }: SpaceDraft): Promise<Plan> {
  if (mapId === undefined) return { mapId: null, width, height, ground: emptyGround(width, height), placements: [] };

  const map = await tx.map.findUnique({ where: { id: mapId } });
  if (!map) throw notFound('map');
  // Maps are written through the contracts' schemas only.
  return { ...map, mapId: map.id, ground: map.ground as Ground, placements: map.placements as MapPlacement[] };
}

async function insertPlacements(tx: Tx, spaceId: string, placements: readonly MapPlacement[]): Promise<void> {
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
