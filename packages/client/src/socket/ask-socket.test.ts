import type { Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import { ApiError } from '../http/api-error.ts';
import { askSocket } from './ask-socket.ts';

type Answer = (failure: Error | null, reply?: unknown) => void;

/** Only what asking uses of a socket. */
const socketWhere = (onEmit: (answer: Answer) => void, close: () => void = () => undefined): Socket =>
  ({
    connected: true,
    timeout: () => ({ emit: (_event: string, _payload: unknown, answer: Answer) => onEmit(answer) }),
    io: { engine: { close } },
  }) as unknown as Socket;

test('tells the answer before what came in one piece with it', async () => {
  const order: string[] = [];
  const socket = socketWhere((answer) => {
    answer(null, { ok: true, data: 'answer' });
    order.push('what came next');
  });
  const data = await askSocket<string>(socket, 'join', { payload: {}, hear: (heard) => order.push(heard) });
  expect(data).toBe('answer');
  expect(order).toEqual(['answer', 'what came next']);
});

test('says why it was refused, and tells nothing then', async () => {
  const heard: unknown[] = [];
  const socket = socketWhere((answer) => answer(null, { ok: false, error: { code: 'forbidden', message: 'No.' } }));
  const refusal = await askSocket(socket, 'join', { payload: {}, hear: (data) => heard.push(data) }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({ code: 'forbidden' });
  expect(heard).toEqual([]);
});

test('gives up a connection that does not answer', async () => {
  let isClosed = false;
  const socket = socketWhere(
    (answer) => answer(new Error('timeout')),
    () => {
      isClosed = true;
    },
  );
  await expect(askSocket(socket, 'join', { payload: {} })).rejects.toMatchObject({ code: 'network' });
  expect(isClosed).toBe(true);
});
