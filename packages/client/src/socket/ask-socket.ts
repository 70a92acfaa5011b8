import type { Reply, SocketCatalogue } from '@metaverse/contracts';
import type { Socket } from 'socket.io-client';
import type { z } from 'zod';
import { fromWireError, networkError } from '../http/api-error.ts';

/** No honest answer takes longer; a dead connection is noticed after it. */
const ANSWER_TIMEOUT_MS = 10_000;

/** What the answer to an event holds. */
export type AckOf<C extends SocketCatalogue, E extends keyof C> = C[E] extends { ack: infer A extends z.ZodType } ? z.output<A> : undefined;

async function emitAndWait<T>(socket: Socket, event: string, payload: unknown): Promise<Reply<T>> {
  try {
    // What the server answers is what the catalogue says.
    return (await socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, payload)) as Reply<T>;
  } catch (error) {
    // Without an answer the connection cannot be trusted any more: a new one starts from a known state.
    socket.io.engine.close();
    throw networkError(error);
  }
}

/** Sends an event and waits for its answer. Rejects with `ApiError`. */
export async function askSocket<T>(socket: Socket, event: string, payload: unknown): Promise<T> {
  // Socket.IO would keep the event until it is connected again; who asks decides that for himself.
  if (!socket.connected) throw networkError();
  const reply = await emitAndWait<T>(socket, event, payload);
  if (!reply.ok) throw fromWireError(reply.error);
  return reply.data;
}
