import { httpRoutes } from '@metaverse/contracts';
import { defineRoute } from '@metaverse/service-kit';
import { type HttpDeps, requestIdOf } from '../../http-context.ts';
import { createSpace } from './create-space.ts';
import { deleteSpace } from './delete-space.ts';
import { getSpace } from './get-space.ts';
import { joinSpace } from './join-space.ts';
import { leaveSpace } from './leave-space.ts';
import { listSpaceMembers } from './list-space-members.ts';
import { listSpaces } from './list-spaces.ts';
import type { ViewDeps } from './space-views.ts';
import { updateSpace } from './update-space.ts';

export const spaceRoutes = (deps: HttpDeps & ViewDeps) => ({
  listSpaces: defineRoute(httpRoutes.listSpaces, { handle: ({ actor, query }) => listSpaces(deps, actor, query) }),
  createSpace: defineRoute(httpRoutes.createSpace, {
    handle: ({ actor, body, res }) => createSpace(deps, actor, { draft: body, requestId: requestIdOf(res) }),
  }),
  getSpace: defineRoute(httpRoutes.getSpace, { handle: ({ actor, params }) => getSpace(deps, actor, params.id) }),
  updateSpace: defineRoute(httpRoutes.updateSpace, {
    handle: ({ actor, params, body }) => updateSpace(deps, actor, { spaceId: params.id, patch: body }),
  }),
  deleteSpace: defineRoute(httpRoutes.deleteSpace, { handle: ({ actor, params }) => deleteSpace(deps, actor, params.id) }),
  joinSpace: defineRoute(httpRoutes.joinSpace, {
    handle: ({ actor, params, res }) => joinSpace(deps, actor, { spaceId: params.id, requestId: requestIdOf(res) }),
  }),
  leaveSpace: defineRoute(httpRoutes.leaveSpace, {
    handle: ({ actor, params, res }) => leaveSpace(deps, actor, { spaceId: params.id, requestId: requestIdOf(res) }),
  }),
  listSpaceMembers: defineRoute(httpRoutes.listSpaceMembers, {
    handle: ({ actor, params, query }) => listSpaceMembers(deps, actor, { spaceId: params.id, page: query }),
  }),
});
