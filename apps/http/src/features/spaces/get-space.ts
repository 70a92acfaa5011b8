import type { Ground, SpaceDetail } from '@metaverse/contracts';
import type { Actor } from '@metaverse/service-kit';
import { presentElement } from '../catalogue/catalogue.presenter.ts';
import { loadSpace } from './load-space.ts';
import { type ViewDeps, viewSpace } from './space-views.ts';
import { presentPlacement } from './spaces.presenter.ts';

/** A space with what stands in it. Throws `not_found`. */
export async function getSpace(deps: ViewDeps, actor: Actor, spaceId: string): Promise<SpaceDetail> {
  const { prisma } = deps.db;
  const { space } = await loadSpace(prisma, actor, spaceId);

  const [view, placements, elements, memberCount] = await Promise.all([
    viewSpace(deps, actor, space),
    prisma.placement.findMany({ where: { spaceId: space.id }, orderBy: { id: 'asc' } }),
    prisma.element.findMany({ where: { placements: { some: { spaceId: space.id } } }, orderBy: { id: 'asc' } }),
    prisma.spaceMember.count({ where: { spaceId: space.id } }),
  ]);

  return {
    ...view,
    mapVersion: space.mapVersion,
    // Written through the contracts' schema only.
    ground: space.ground as Ground,
    elements: placements.map(presentPlacement),
    elementTypes: elements.map(presentElement),
    areas: [],
    memberCount,
  };
}
