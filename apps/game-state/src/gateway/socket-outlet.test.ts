import type { Socket } from 'socket.io';
import { expect, test } from 'vitest';
import { createSocketOutlet } from './socket-outlet.ts';

/** As much of a connection as the outlet looks at. */
const makeSocket = () => {
  const waiting = { packets: 0, bytes: 0 };
  const ended: string[] = [];
  const transport = {
    socket: {
      get bufferedAmount() {
        return waiting.bytes;
      },
      terminate: () => void ended.push('terminate'),
    },
  };
  const conn = {
    get writeBuffer() {
      return Array.from({ length: waiting.packets });
    },
    transport,
    close: () => void ended.push('close'),
  };
  const socket = { id: 'a', conn, disconnect: () => void ended.push('disconnect') };
  // The outlet uses nothing else of it.
  return { waiting, ended, outlet: createSocketOutlet(socket as unknown as Socket) };
};

test('a few packets that wait are no lag, many are, until all have gone', () => {
  const { waiting, outlet } = makeSocket();
  waiting.packets = 9;
  expect(outlet.lag(0)).toBe('none');
  waiting.packets = 10;
  expect(outlet.lag(50)).toBe('behind');
  waiting.packets = 1;
  expect(outlet.lag(100)).toBe('behind');
  waiting.packets = 0;
  expect(outlet.lag(150)).toBe('none');
});

test('many bytes that wait are a lag too, and a long one is the end', () => {
  const { waiting, outlet } = makeSocket();
  waiting.bytes = 70_000;
  expect(outlet.lag(0)).toBe('behind');
  expect(outlet.lag(10_000)).toBe('behind');
  expect(outlet.lag(10_001)).toBe('lost');
  waiting.bytes = 0;
  expect(outlet.lag(10_050)).toBe('none');
  waiting.bytes = 70_000;
  expect(outlet.lag(20_000)).toBe('behind');
});

test('who is put out for good is told so, others may come back; what does not take bytes is cut', () => {
  const { waiting, ended, outlet } = makeSocket();
  outlet.end('final');
  outlet.end('reconnect');
  waiting.bytes = 70_000;
  outlet.lag(0);
  outlet.end('reconnect');
  expect(ended).toEqual(['disconnect', 'close', 'terminate']);
});
