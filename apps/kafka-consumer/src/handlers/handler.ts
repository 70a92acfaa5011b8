import type { Subscription } from '@metaverse/service-kit';

/** Each handler is a consumer group of its own: `kafka-consumer.<name>`. */
export type Handler = Pick<Subscription, 'topics' | 'handle'>;
