import { Avatar, AvatarDraft } from '../entities/avatar.ts';
import { Element, ElementDraft } from '../entities/element.ts';
import { SpaceMap } from '../entities/map.ts';
import { PageQuery, pageOf } from '../page.ts';
import { defineRoutes } from './route-contract.ts';

export const catalogueRoutes = defineRoutes({
  listElements: {
    method: 'get',
    path: '/api/v1/elements',
    summary: 'Kinds of objects',
    tag: 'catalogue',
    access: 'user',
    query: PageQuery,
    success: pageOf(Element),
    status: 200,
  },
  listAvatars: {
    method: 'get',
    path: '/api/v1/avatars',
    summary: 'Avatars to choose from',
    tag: 'catalogue',
    access: 'user',
    query: PageQuery,
    success: pageOf(Avatar),
    status: 200,
  },
  listMaps: {
    method: 'get',
    path: '/api/v1/maps',
    summary: 'Templates that spaces are made from',
    tag: 'catalogue',
    access: 'user',
    query: PageQuery,
    success: pageOf(SpaceMap),
    status: 200,
  },
  createElement: {
    method: 'post',
    path: '/api/v1/admin/elements',
    summary: 'Add a kind of object',
    tag: 'admin',
    access: 'admin',
    body: ElementDraft,
    success: Element,
    status: 201,
  },
  createAvatar: {
    method: 'post',
    path: '/api/v1/admin/avatars',
    summary: 'Add an avatar',
    tag: 'admin',
    access: 'admin',
    body: AvatarDraft,
    success: Avatar,
    status: 201,
  },
});
