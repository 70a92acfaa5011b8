import { z } from 'zod';
import { Space, SpaceDetail, SpaceDraft, SpaceMember, SpacePatch } from '../entities/space.ts';
import { PageQuery, pageOf } from '../page.ts';
import { freeText, Id } from '../primitives.ts';
import { SEARCH_QUERY_MAX } from '../sizes.ts';
import { defineRoutes } from './route-contract.ts';

const SpaceId = z.object({ id: Id });

export const spaceRoutes = defineRoutes({
  listSpaces: {
    method: 'get',
    path: '/api/v1/spaces',
    summary: 'Public spaces and those one is a member of; mine=true gives the latter alone',
    tag: 'spaces',
    access: 'user',
    query: PageQuery.extend({ query: freeText(SEARCH_QUERY_MAX).optional(), mine: z.stringbool().optional() }),
    success: pageOf(Space),
    status: 200,
  },
  createSpace: {
    method: 'post',
    path: '/api/v1/spaces',
    summary: 'Make a space from a map, or empty',
    tag: 'spaces',
    access: 'user',
    body: SpaceDraft,
    success: Space,
    status: 201,
  },
  getSpace: {
    method: 'get',
    path: '/api/v1/spaces/:id',
    summary: 'A space with what stands in it',
    tag: 'spaces',
    access: 'user',
    params: SpaceId,
    success: SpaceDetail,
    status: 200,
  },
  updateSpace: {
    method: 'put',
    path: '/api/v1/spaces/:id',
    summary: 'Change name, description, visibility or map; another map replaces what stands in the space',
    tag: 'spaces',
    access: 'user',
    params: SpaceId,
    body: SpacePatch,
    success: Space,
    status: 200,
  },
  deleteSpace: {
    method: 'delete',
    path: '/api/v1/spaces/:id',
    summary: 'Delete a space with its rooms and their messages',
    tag: 'spaces',
    access: 'user',
    params: SpaceId,
    success: null,
    status: 204,
  },
  joinSpace: {
    method: 'post',
    path: '/api/v1/spaces/:id/join',
    summary: 'Become a member',
    tag: 'spaces',
    access: 'user',
    params: SpaceId,
    success: Space,
    status: 200,
  },
  leaveSpace: {
    method: 'post',
    path: '/api/v1/spaces/:id/leave',
    summary: 'Give up membership of the space and its rooms',
    tag: 'spaces',
    access: 'user',
    params: SpaceId,
    success: null,
    status: 204,
  },
  listSpaceMembers: {
    method: 'get',
    path: '/api/v1/spaces/:id/members',
    summary: 'Members of a space',
    tag: 'spaces',
    access: 'user',
    params: SpaceId,
    query: PageQuery,
    success: pageOf(SpaceMember),
    status: 200,
  },
});
