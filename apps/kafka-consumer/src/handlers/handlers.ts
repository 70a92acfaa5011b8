import type { Db } from '@metaverse/db';
import type { Subscription } from '@metaverse/service-kit';
import { activityHandler } from './activity/activity.handler.ts';
import type { Handler } from './handler.ts';

const makers = { activity: activityHandler } as const satisfies Record<string, (db: Db) => Handler>;
export type HandlerName = keyof typeof makers;

// The keys of the catalogue are its names.
export const handlerNames = Object.keys(makers) as HandlerName[];

/** The subscriptions of these handlers. */
export const subscriptionsOf = (names: readonly HandlerName[], db: Db): Subscription[] =>
  names.map((name) => ({ group: `kafka-consumer.${name}`, ...makers[name](db) }));
