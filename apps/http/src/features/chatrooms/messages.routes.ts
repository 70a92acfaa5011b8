import { listMessages, sendMessage } from '@metaverse/chat';
import { httpRoutes } from '@metaverse/contracts';
import { AppError, createTokenBuckets, defineRoute, type RateLimit } from '@metaverse/service-kit';
import { type HttpConfig, type HttpDeps, requestIdOf } from '../../http-context.ts';

/** So many messages at once and then so many a second, per person and instance. */
function messageLimit({ messagesBurst, messages }: HttpConfig['limits']): Pick<RateLimit, 'take'> {
  const buckets = createTokenBuckets({ burst: messagesBurst, perSecond: messages });
  return {
    take: (key) => {
      const waitSeconds = Math.ceil(buckets.take(key, performance.now()));
      if (waitSeconds === 0) return Promise.resolve();
      return Promise.reject(
        new AppError('rate_limited', 'You write faster than others can read. Wait a moment.', { retryAfterSeconds: waitSeconds }),
      );
    },
  };
}

export const messageRoutes = (config: HttpConfig, { chat }: HttpDeps) => ({
  listMessages: defineRoute(httpRoutes.listMessages, {
    handle: ({ actor, params, query }) => listMessages(chat, actor, { roomId: params.id, query }),
  }),
  sendMessage: defineRoute(httpRoutes.sendMessage, {
    limit: messageLimit(config.limits),
    limitPer: 'person',
    handle: async ({ actor, params, body, res }) => {
      const sent = await sendMessage(chat, actor, { roomId: params.id, draft: body, correlationId: requestIdOf(res) });
      if (sent.isRepeated) res.status(httpRoutes.sendMessage.repeatedStatus);
      return sent.message;
    },
  }),
});
