import { EventEmitter } from 'node:events';
import type { Reply, SocketCatalogue } from '@metaverse/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { silentLogger } from '../logger.ts';
import { mapFailure } from '../map-failure.ts';
import { registerHandlers } from './register-handlers.ts';

const catalogue = { count: { payload: z.object({ number: z.int() }), ack: z.object({ number: z.int() }) } } satisfies SocketCatalogue;

/** A socket whose handler waits until `release` is called, with what it handled and what it dropped without an answer. */
function openSocket() {
  const socket = new EventEmitter();
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  const handled: number[] = [];
  const dropped: string[] = [];
  registerHandlers(socket, {
    catalogue,
    handlers: {
      count: async (_context, { number }) => {
        await released;
        handled.push(number);
        return { number };
      },
    },
    makeContext: () => undefined,
    toFailure: (thrown) => mapFailure(thrown, silentLogger()),
    onDropped: (_event, { code }) => dropped.push(code),
  });
  const ask = (payload: unknown): Promise<Reply<unknown>> => new Promise((resolve) => socket.emit('count', payload, resolve));
  return { socket, ask, handled, dropped, release: () => release(undefined) };
}

test('handles the events of a connection in order, refuses what comes while too many wait, and then goes on', async () => {
  const { ask, socket, handled, dropped, release } = openSocket();
  // The first one's turn has begun; a thousand may wait behind it.
  const first = ask({ number: 0 });
  await Promise.resolve();
  const waiting = Array.from({ length: 1_000 }, (_, index) => ask({ number: index + 1 }));
  expect(await ask({ number: -1 })).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
  socket.emit('count', { number: -2 });
  expect(dropped).toEqual(['rate_limited']);

  release();
  await Promise.all([first, ...waiting]);
  expect(handled).toEqual(Array.from({ length: 1_001 }, (_, index) => index));
  expect(await ask({ number: 1_001 })).toEqual({ ok: true, data: { number: 1_001 } });
});

test('answers what is malformed, and drops it with a word to the metrics where nobody waits for an answer', async () => {
  const { ask, socket, dropped, release } = openSocket();
  release();
  for (const bad of [undefined, null, [], 'x', {}, { number: 1.5 }]) {
    expect(await ask(bad)).toMatchObject({ ok: false, error: { code: 'invalid_payload' } });
  }
  socket.emit('count');
  expect(await ask({ number: 1 })).toMatchObject({ ok: true });
  expect(dropped).toEqual(['invalid_payload']);
});
