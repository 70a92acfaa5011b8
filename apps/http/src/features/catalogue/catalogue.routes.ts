import { httpRoutes } from '@metaverse/contracts';
import { defineRoute } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';
import { mapThumbnailUrl } from '../media/thumbnail-urls.ts';
import { createAvatar } from './create-avatar.ts';
import { createElement } from './create-element.ts';
import { listAvatars, listElements, listMaps } from './list-catalogue.ts';

export const catalogueRoutes = ({ db }: HttpDeps) => ({
  listElements: defineRoute(httpRoutes.listElements, { handle: ({ query }) => listElements(db.prisma, query) }),
  listAvatars: defineRoute(httpRoutes.listAvatars, { handle: ({ query }) => listAvatars(db.prisma, query) }),
  listMaps: defineRoute(httpRoutes.listMaps, { handle: ({ query }) => listMaps(db.prisma, query, mapThumbnailUrl) }),
  createElement: defineRoute(httpRoutes.createElement, { handle: ({ body }) => createElement(db.prisma, body) }),
  createAvatar: defineRoute(httpRoutes.createAvatar, { handle: ({ body }) => createAvatar(db.prisma, body) }),
});
