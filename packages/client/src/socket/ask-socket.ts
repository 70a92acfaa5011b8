import type { Reply, SocketCatalogue } from '@metaverse/contracts';
import type { Socket } from 'socket.io-client';
import type { z } from 'zod';
import { fromWireError, networkError } from '../http/api-error.ts';

/** No honest answer takes longer; a dead connection is noticed after it. */
const ANSWER_TIMEOUT_MS = 10_000;

/** What the answer to an event holds. */
export type AckOf<C extends SocketCatalogue, E extends keyof C> = C[E] extends { ack: infer A extends z.ZodType } ? z.output<A> : undefined;

type Hear<T> = ((data: T) => void) | undefined;

function emitAndWait<T>(socket: Socket, { event, payload, hear }: { event: string; payload: unknown; hear: Hear<T> }): Promise<Reply<T>> {
  return new Promise((resolve, reject) => {
    // What the server answers is what the catalogue says.
    socket.timeout(ANSWER_TIMEOUT_MS).emit(event, payload, (failure: Error | null, reply: Reply<T>) => {
      if (failure) {
        // Without an answer the connection cannot be trusted any more: a new one starts from a known state.
        socket.io.engine.close();
        reject(networkError(failure));
        return;
      }
      try {
        if (reply.ok) hear?.(reply.data);
        resolve(reply);
      } catch (error) {
        reject(networkError(error));
      }
    });
  });
}

/**
 * Sends an event and waits for its answer. Rejects with `ApiError`. `hear` is told the answer before anything that the server sent
 * after it: where both come in one piece, as they do in Node, whoever awaits the answer learns of it too late.
 */
export async function askSocket<T>(socket: Socket, event: string, { payload, hear }: { payload: unknown; hear?: Hear<T> }): Promise<T> {
  // Socket.IO would keep the event until it is connected again; who asks decides that for himself.
  if (!socket.connected) throw networkError();
  const reply = await emitAndWait<T>(socket, { event, payload, hear });
  if (!reply.ok) throw fromWireError(reply.error);
  return reply.data;
}
