import { AppError, type Pace, type RateLimit } from '@metaverse/service-kit';

/** How fast people may write, over every transport: the key names the person. */
export type MessageLimit = Pick<RateLimit, 'take'>;

export const createMessageLimit = (pace: Pace): MessageLimit => ({
  take: async (key) => {
    const waitSeconds = await pace.take(key);
    if (waitSeconds === 0) return;
    throw new AppError('rate_limited', 'You write faster than others can read. Wait a moment.', {
      retryAfterSeconds: Math.ceil(waitSeconds),
    });
  },
});
