import { httpRoutes } from '@metaverse/contracts';
import { defineRoute } from '@metaverse/service-kit';
import type { HttpDeps } from '../../http-context.ts';
import { listUserMetadata } from './list-user-metadata.ts';

export const userRoutes = ({ db }: HttpDeps) => ({
  listUserMetadata: defineRoute(httpRoutes.listUserMetadata, {
    handle: async ({ query }) => ({ items: await listUserMetadata(db.prisma, query.ids) }),
  }),
});
