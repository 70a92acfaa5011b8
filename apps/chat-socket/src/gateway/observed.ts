import type { ChatHandlers } from './chat-handlers.ts';
import type { ChatMetrics } from './chat-metrics.ts';
import type { ChatContext } from './connection.ts';

type Handler = (context: ChatContext, payload: never) => Promise<unknown>;

/** Messages overtake nothing and are overtaken by nothing: the rest waits until those before it are answered. */
const needsNoWait = new Set(['send-message', 'typing', 'stop-typing']);

/** The handlers, counted and timed, each begun only when the connection's messages before it are stored. */
export function observed(handlers: ChatHandlers, metrics: ChatMetrics): ChatHandlers {
  const wrap = (event: string, handle: Handler): Handler => {
    return async (context, payload) => {
      const stopTimer = metrics.handling.startTimer({ event });
      metrics.events.inc({ event });
      if (!needsNoWait.has(event)) await Promise.allSettled(context.connection.pending);
      const answer = await handle(context, payload);
      stopTimer();
      return answer;
    };
  };
  const wrapped = Object.entries(handlers).map(([event, handle]) => [event, wrap(event, handle)]);
  // The same names with functions of the same types: entries lose the tie between the two.
  return Object.fromEntries(wrapped) as ChatHandlers;
}
