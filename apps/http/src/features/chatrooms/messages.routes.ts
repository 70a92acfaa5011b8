import { listMessages, sendMessage } from '@metaverse/chat';
import { httpRoutes } from '@metaverse/contracts';
import { defineRoute } from '@metaverse/service-kit';
import { type HttpDeps, requestIdOf } from '../../http-context.ts';

export const messageRoutes = ({ chat }: HttpDeps) => ({
  listMessages: defineRoute(httpRoutes.listMessages, {
    handle: ({ actor, params, query }) => listMessages(chat, actor, { roomId: params.id, query }),
  }),
  sendMessage: defineRoute(httpRoutes.sendMessage, {
    limit: chat.messageLimit,
    limitPer: 'person',
    handle: async ({ actor, params, body, res }) => {
      const sent = await sendMessage(chat, actor, { roomId: params.id, draft: body, correlationId: requestIdOf(res) });
      if (sent.isRepeated) res.status(httpRoutes.sendMessage.repeatedStatus);
      return sent.message;
    },
  }),
});
