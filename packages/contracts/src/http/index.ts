import { accountRoutes } from './accounts.ts';
import { catalogueRoutes } from './catalogue.ts';
import { chatroomRoutes, messageRoutes } from './chatrooms.ts';
import { spaceRoutes } from './spaces.ts';
import { userRoutes } from './users.ts';

/** Every route of the HTTP API, once. Express, OpenAPI and clients derive from it. */
export const httpRoutes = {
  ...accountRoutes,
  ...userRoutes,
  ...spaceRoutes,
  ...chatroomRoutes,
  ...messageRoutes,
  ...catalogueRoutes,
};

export type RouteName = keyof typeof httpRoutes;
